package evenlight.torch.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.network.LcndrConfig;
import evenlight.torch.network.LcndrConfig.TradeOff;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariantTest {
  private static final LcndrConfig FULL = LcndrConfig.evenlight();
  private static final List<Variant> VARIANTS = Variant.of(FULL);

  @Test
  void of_wholeNetwork_givesDifferentNetworks() {
    assertThat(VARIANTS).hasSize(10);
    assertThat(VARIANTS).extracting(Variant::id).doesNotHaveDuplicates();
    assertThat(VARIANTS).extracting(Variant::network).doesNotHaveDuplicates();
    assertThat(VARIANTS.get(0)).isEqualTo(new Variant("full", "the whole network", FULL));
  }

  @Test
  void of_wholeNetwork_turnsOneSwitchEach() {
    assertThat(network("without-c").withCollaborative(true)).isEqualTo(FULL);
    assertThat(network("without-s").withSelfAttention(true)).isEqualTo(FULL);
    assertThat(network("without-e").withEdgeRevision(true)).isEqualTo(FULL);
    assertThat(network("one-block").coordinateBlocks()).isEqualTo(1);
    assertThat(network("two-blocks").coordinateBlocks()).isEqualTo(2);
    assertThat(network("add-add").tradeOff()).isEqualTo(TradeOff.ADD_ADD);
    assertThat(network("add-multiply").tradeOff()).isEqualTo(TradeOff.ADD_MULTIPLY);
    assertThat(network("multiply-multiply").tradeOff()).isEqualTo(TradeOff.MULTIPLY_MULTIPLY);
    assertThat(network("uncoordinated").coordinated()).isFalse();
  }

  @Test
  void of_networkWithoutAModule_isRefused() {
    assertThatThrownBy(() -> Variant.of(FULL.withSelfAttention(false)))
        .hasMessageStartingWith("the plan of an ablation must be of the whole network")
        .hasMessageContaining("selfAttention=false");
  }

  @Test
  void tables_everyVariant_standsInOne() {
    assertThat(
            Stream.of(AblationTable.values()).flatMap(table -> table.variants().stream()).toList())
        .containsOnlyOnceElementsOf(
            VARIANTS.stream().map(Variant::id).filter(id -> !id.equals("full")).toList())
        .filteredOn("full"::equals)
        .hasSize(4);
  }

  private static LcndrConfig network(String id) {
    return VARIANTS.stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow().network();
  }
}
