package evenlight.torch.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.ColourRule;
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.image.Bt601;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.LcndrConfig;
import evenlight.torch.network.SavedLcndr;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the methods that are LCNDR differ in and what they share; the weights are a stand-in. */
class ShippedLcndrTest {
  private static final LcndrProvider LCNDR = new LcndrProvider();
  private static final LcndrPaperProvider PAPER = new LcndrPaperProvider();

  @TempDir private static Path folder;

  private static Path weights;

  @BeforeAll
  static void save() throws IOException {
    Natives.load();
    torch.manual_seed(3);
    weights = folder.resolve("stand-in.safetensors");
    Lcndr network = new Lcndr(LcndrConfig.evenlight());
    Files.write(weights, Safetensors.toBytes(SavedLcndr.toWeights(network, Map.of())));
  }

  @Test
  void create_noOption_isTheColourRuleOfTheMethod() throws IOException {
    Image lcndr = fuse(LCNDR, Map.of());
    Image paper = fuse(PAPER, Map.of());
    assertThat(paper).isNotEqualTo(lcndr);
    assertThat(fuse(LCNDR, Map.of("colour", "faithful"))).isEqualTo(lcndr);
    assertThat(fuse(PAPER, Map.of("colour", "faithful"))).isEqualTo(lcndr);
    assertThat(fuse(LCNDR, Map.of("colour", "paper"))).isEqualTo(paper);
  }

  @Test
  void fuse_faithfulColours_areThoseOfTheRuleForTheSameLuminance() throws IOException {
    Image fused = fuse(LCNDR, Map.of());
    Image again =
        ColourRule.FAITHFUL.colour(Bt601.luma(fused), List.of(picture(1.6f), picture(0.5f)), 1);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < fused.pixels(); i++) {
        assertThat(Math.abs(again.plane(c)[i] - fused.plane(c)[i])).isLessThan(1e-4f);
      }
    }
  }

  @Test
  void fingerprint_eachMethodAndRule_isAnother() throws IOException {
    assertThat(
            List.of(
                method(LCNDR, Map.of()).fingerprint(),
                method(LCNDR, Map.of("colour", "paper")).fingerprint(),
                method(PAPER, Map.of()).fingerprint()))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.contains("parameters"));
  }

  @Test
  void card_paper_isAMethodOfItsOwn() throws IOException {
    assertThat(PAPER.card().id()).isEqualTo("lcndr-paper");
    assertThat(method(PAPER, Map.of()).card()).isEqualTo(PAPER.card());
    assertThat(PAPER.card().options()).contains(ColourRule.option(ColourRule.PAPER));
    assertThat(LCNDR.card().options()).contains(ColourRule.option(ColourRule.FAITHFUL));
  }

  private static FusionMethod method(FusionMethodProvider provider, Map<String, String> options)
      throws IOException {
    return provider.create(new FusionSettings(Optional.of(weights), Device.CPU, 1, options));
  }

  private static Image fuse(FusionMethodProvider provider, Map<String, String> options)
      throws IOException {
    return method(provider, options)
        .fuse(Bracket.of(List.of(exposure("dark", 0.5f), exposure("bright", 1.6f))));
  }

  private static Exposure exposure(String name, float gain) {
    return new Exposure(name, new Photo(picture(gain), 8));
  }

  private static Image picture(float gain) {
    float[][] planes = new float[3][32 * 40];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = Math.min(1, gain * (0.1f + 0.2f * c + 0.4f * (i % 40) / 40));
      }
    }
    return Image.of(32, 40, planes);
  }
}
