package evenlight.torch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.250Z"));

  @TempDir private Path folder;

  @Test
  void create_newRun_namesItsVersionAndForgetsWhatFollows() throws IOException {
    EventFile.create(folder, 0, CLOCK).close();
    List<ProtoFields> events = events();
    assertThat(events).hasSize(2);
    assertThat(events.get(0).only(1)).isEqualTo(CLOCK.millis() / 1e3);
    assertThat(events.get(0).text(3)).isEqualTo("brain.Event:2");
    assertThat(events.get(1).only(2)).isEqualTo(1L);
    assertThat(events.get(1).message(7).only(1)).isEqualTo(1L);
  }

  @Test
  void create_goingOn_forgetsOnlyLaterSteps() throws IOException {
    EventFile.create(folder, 4000, CLOCK).close();
    assertThat(events().get(1).only(2)).isEqualTo(4001L);
  }

  @Test
  void create_twiceInASecond_makesTwoFilesInOrder() throws IOException {
    EventFile.create(folder, 0, CLOCK).close();
    EventFile.create(folder, 5, CLOCK).close();
    assertThat(files().map(file -> file.getFileName().toString()))
        .containsExactly(
            "events.out.tfevents.1767323045.evenlight.000",
            "events.out.tfevents.1767323045.evenlight.001");
  }

  @Test
  void addScalars_beforeClose_areThereForAReader() throws IOException {
    try (EventFile file = EventFile.create(folder, 0, CLOCK)) {
      file.addScalars(300, new TreeMap<>(Map.of("train/loss", 0.25, "train/norm", -3.0)));
      ProtoFields event = events().get(2);
      assertThat(event.only(2)).isEqualTo(300L);
      List<ProtoFields> values = event.message(5).messages(1);
      assertThat(values.get(0).text(1)).isEqualTo("train/loss");
      assertThat(values.get(0).only(2)).isEqualTo(0.25f);
      assertThat(values.get(1).text(1)).isEqualTo("train/norm");
      assertThat(values.get(1).only(2)).isEqualTo(-3f);
      assertThat(values.get(1).has(4)).isFalse();
    }
  }

  @Test
  void addPicture_rgb_holdsSizeAndPng() throws IOException {
    float[] plane = {0, 1, 0, 1, 0, 1};
    EncodedPicture picture = EncodedPicture.of(Image.of(2, 3, plane, plane, plane));
    try (EventFile file = EventFile.create(folder, 0, CLOCK)) {
      file.addPicture(7, "val/pictures", picture);
    }
    ProtoFields value = events().get(2).message(5).message(1);
    assertThat(value.text(1)).isEqualTo("val/pictures");
    ProtoFields image = value.message(4);
    assertThat(List.of(image.only(1), image.only(2), image.only(3))).containsExactly(2L, 3L, 3L);
    assertThat(image.bytes(4)).isEqualTo(picture.png()).startsWith(0x89, 'P', 'N', 'G');
  }

  private List<ProtoFields> events() throws IOException {
    Path only = files().findFirst().orElseThrow();
    return ProtoFields.readRecords(Files.readAllBytes(only));
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList().stream();
    }
  }
}
