package evenlight.torch.block;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {
  @BeforeAll
  static void seed() {
    Natives.load();
    torch.manual_seed(5);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 16, 100})
  void map_meansOfNeighbours_areThoseOfTheWholePicture(long side) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor picture = torch.rand(1, 2, 33, 41);
      Tensor tiled =
          new Tiles(picture, side, 1)
              .map(picture, 2, around -> Tensors.boxMeans(around.of(picture), 3, 1));
      assertThat(Tensors.toArray(tiled))
          .isEqualTo(Tensors.toArray(Tensors.boxMeans(picture, 3, 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 16, 100})
  void forEach_tiles_coverEveryPixelOnce(long side) {
    try (TensorScope scope = new TensorScope()) {
      Tensor seen = torch.zeros(1, 1, 33, 41);
      new Tiles(seen, side, 3)
          .forEach(
              (around, core) ->
                  core.of(around.of(seen)).addPut(torch.ones(1, 1, core.height(), core.width())));
      assertThat(Tensors.toArray(seen)).containsOnly(1);
    }
  }
}
