package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.metric.MefSsim;
import evenlight.metric.Score;
import evenlight.metric.Score.Caveat;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoreJsonTest {
  @Test
  void of_scores_isFlatWithPartsCaveatsAndNulls() {
    Map<String, Score> scores = new LinkedHashMap<>();
    scores.put("mef-ssim", new Score(OptionalDouble.of(0.5), List.of(0.25, 1.0), List.of()));
    scores.put("cc", new Score(OptionalDouble.of(0.75), List.of(0.7, 0.8), List.of()));
    scores.put("psnr", Score.without(Caveat.Kind.INFINITE, "equal"));
    assertThat(ScoreJson.of(scores, List.of(MefSsim.MULTI_SCALE.card()), "as stored"))
        .isEqualTo(
            """
            {
              "mef_ssim" : 0.5,
              "mef_ssim_scales" : [ 0.25, 1.0 ],
              "cc" : 0.75,
              "cc_per_source" : [ 0.7, 0.8 ],
              "psnr" : null,
              "caveats" : [ {
                "metric" : "psnr",
                "kind" : "infinite",
                "count" : 1,
                "text" : "equal"
              } ],
              "samples" : "as stored",
              "conventions" : {
                "mef_ssim" : "grey, 3 scales, exponent at most 10"
              }
            }""");
  }

  @Test
  void of_smallTable_holdsMethodsScenesMeansCountsAndChances() throws IOException {
    JsonNode json = new ObjectMapper().readTree(ScoreJson.of(SmallTable.table()));
    assertThat(json.fieldNames()).toIterable().containsExactly("samples", "conventions", "methods");
    assertThat(json.at("/samples").asText()).isEqualTo("8-bit, as decoded");
    assertThat(json.at("/conventions").toString())
        .isEqualTo(
            "{\"mef_ssim\":\"window 11_mef-ssim\",\"psnr\":\"window 11_psnr\",\"loe\":\"window 11_loe\"}");
    assertThat(json.at("/methods/0/method").asText()).isEqualTo("lcndr");
    assertThat(json.at("/methods/0/scenes/0").toString())
        .isEqualTo(
            "{\"scene\":\"Tower & <sky>, \\\"50%\\\" #1_a|b\","
                + "\"sources\":[\"a.png\",\"b;\\\"c\\\".png\"],"
                + "\"mef_ssim\":0.98,\"mef_ssim_scales\":[0.99,0.98,0.97],"
                + "\"psnr\":21.5,\"loe\":150.0,\"seconds\":0.125}");
    assertThat(json.at("/methods/0/scenes/1/psnr").isNull()).isTrue();
    assertThat(json.at("/methods/1/scenes/1").toString())
        .isEqualTo(
            "{\"scene\":\"Night\",\"sources\":[\"a.png\",\"b.png\"],"
                + "\"error\":\"no, it <failed>\\nhere\"}");
    assertThat(json.at("/methods/0/mean/psnr").asDouble()).isEqualTo(20.875);
    assertThat(json.at("/methods/0/n").toString())
        .isEqualTo("{\"mef_ssim\":3,\"psnr\":2,\"loe\":3}");
    assertThat(json.at("/methods/0/p").toString())
        .isEqualTo("{\"mef_ssim\":null,\"psnr\":null,\"loe\":null}");
    assertThat(json.at("/methods/2/p/mef_ssim").asDouble()).isEqualTo(0.25);
  }
}
