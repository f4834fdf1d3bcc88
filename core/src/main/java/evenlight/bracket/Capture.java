package evenlight.bracket;

import evenlight.image.metadata.CaptureInfo;

/** An exposure and what its camera says of it. */
record Capture(Exposure exposure, CaptureInfo info) {
  double meanLuminance() {
    return exposure.meanLuminance();
  }

  String name() {
    return exposure.name();
  }
}
