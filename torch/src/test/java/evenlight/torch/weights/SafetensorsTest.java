package evenlight.torch.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.weights.Weights.Parameter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  private static Weights weights() {
    Map<String, Parameter> tensors = new LinkedHashMap<>();
    tensors.put("b.weight", new Parameter(new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, -6.5f}));
    tensors.put("a.scale", new Parameter(new long[0], new float[] {0.25f}));
    tensors.put("empty", new Parameter(new long[] {0}, new float[0]));
    return new Weights(tensors, Map.of("network", "lcndr", "note", "grün \"quoted\""));
  }

  @Test
  void read_written_givesTheSameBack() throws IOException {
    Weights read = parse(Safetensors.toBytes(weights()));
    assertThat(read.metadata()).isEqualTo(weights().metadata());
    assertThat(read.tensors().keySet()).containsExactlyInAnyOrder("b.weight", "a.scale", "empty");
    assertThat(read.tensor("b.weight").shape()).containsExactly(2, 3);
    assertThat(read.tensor("b.weight").values()).containsExactly(1, 2, 3, 4, 5, -6.5f);
    assertThat(read.tensor("a.scale").values()).containsExactly(0.25f);
    assertThat(read.count()).isEqualTo(7);
  }

  @Test
  void toBytes_twice_givesTheSameBytes() {
    assertThat(Safetensors.toBytes(weights())).isEqualTo(Safetensors.toBytes(weights()));
  }

  @Test
  void read_everyTruncation_isRefused() {
    byte[] file = Safetensors.toBytes(weights());
    for (int length = 0; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> parse(part))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("a safetensors file must ")
          .hasMessageEndingWith(" in a test");
    }
  }

  @Test
  void read_trailingBytes_isRefused() {
    byte[] file = Safetensors.toBytes(weights());
    assertThatThrownBy(() -> parse(Arrays.copyOf(file, file.length + 4)))
        .hasMessage(
            "a safetensors file must be filled by its 3 tensors, but found 28 of 32 data bytes"
                + " used in a test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "nonsense",
        "{\"x\":5}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
        "{\"x\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"y\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"__metadata__\":{\"a\":1},"
            + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}"
      })
  void read_faultyHeader_isRefused(String header) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    assertThatThrownBy(() -> parse(file.array()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a safetensors file must ");
  }

  @Test
  void read_hugeHeaderLength_isRefused() {
    byte[] file = new byte[64];
    Arrays.fill(file, 0, 8, (byte) 0x7f);
    assertThatThrownBy(() -> parse(file))
        .hasMessage(
            "a safetensors file must have a header that lies within its 64 bytes, but found a"
                + " header length of 9187201950435737471 in a test");
  }

  @Test
  void read_missingFile_saysWhere() {
    assertThatThrownBy(() -> Safetensors.read(Path.of("no", "such.safetensors")))
        .hasMessageStartingWith("the weights must be a readable file, but there is none at no");
  }

  private static Weights parse(byte[] bytes) throws IOException {
    return Safetensors.read(new ByteArrayInputStream(bytes), "a test");
  }
}
