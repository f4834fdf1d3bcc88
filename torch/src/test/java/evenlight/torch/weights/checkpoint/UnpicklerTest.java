package evenlight.torch.weights.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.weights.checkpoint.PickleWriter.Call;
import evenlight.torch.weights.checkpoint.PickleWriter.Global;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpicklerTest {
  /** {"w": an object whose __reduce__ is (os.system, ("touch /tmp/x",))}, by Python itself. */
  private static final String CALL_OF_PROTOCOL_2 =
      "80027d7100580100000077710163706f7369780a73797374656d0a7102580c000000746f756368202f746d702f78"
          + "7103857104527105732e";

  private static final String CALL_OF_PROTOCOL_4 =
      "8004952e000000000000007d948c0177948c05706f736978948c0673797374656d9493948c0c746f756368202f74"
          + "6d702f789485945294732e";

  private static Object read(byte[] pickle) throws IOException {
    return Unpickler.read(new Cursor(ByteBuffer.wrap(pickle), "a test"));
  }

  private static Object read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] nested() {
    return PickleWriter.pickle(
        Map.of(
            "numbers",
            List.of(0L, -1L, Long.MIN_VALUE, 2.5),
            "rest",
            new Tuple(List.of(true, false, Placeholder.NONE, "größer", Map.of(7L, "x")))));
  }

  @Test
  void read_nestedValues_givesThemBack() throws IOException {
    assertThat(read(nested()))
        .isEqualTo(
            Map.of(
                "numbers",
                List.of(0L, -1L, Long.MIN_VALUE, 2.5),
                "rest",
                new Tuple(List.of(true, false, Placeholder.NONE, "größer", Map.of(7L, "x")))));
  }

  @Test
  void read_integersOfAnyLength_keepTheirValues() throws IOException {
    assertThat(read("\u008a\u0000.")).isEqualTo(0L);
    assertThat(read("\u008a\u0001\u0080.")).isEqualTo(-128L);
    assertThat(read("\u008a\u0002\u0080\u0000.")).isEqualTo(128L);
    assertThat(read("\u008b\u0001\u0000\u0000\u0000\u007f.")).isEqualTo(127L);
    assertThat(read("\u008a\u0009" + "\u0000".repeat(8) + "\u0001."))
        .isEqualTo(BigInteger.ONE.shiftLeft(64));
    assertThat(read("M4\u0012.")).isEqualTo(0x1234L);
    assertThat(read("J\u00fe\u00ff\u00ff\u00ff.")).isEqualTo(-2L);
  }

  @Test
  void read_whatWasRemembered_isTheSameObject() throws IOException {
    Tuple pair = (Tuple) read("]q\u0005h\u0005\u0086.");
    assertThat(pair.items().get(0)).isSameAs(pair.items().get(1));
  }

  @Test
  void read_callsThatAreAllowedButOfNoUse_haveNoValue() throws IOException {
    Call scalar = new Call(new Global("numpy.core.multiarray", "scalar"), new Tuple(List.of()));
    assertThat(read(PickleWriter.pickle(List.of(scalar)))).isEqualTo(List.of(Placeholder.UNUSED));
  }

  @ParameterizedTest
  @CsvSource({
    "os, system",
    "builtins, eval",
    "torch._utils, _rebuild_sparse_tensor",
    "torch.nn.modules.conv, Conv2d",
    "collections, OrderedDict.fromkeys"
  })
  void read_forbiddenGlobal_isRefusedByName(String module, String name) {
    assertThatThrownBy(() -> read(PickleWriter.pickle(List.of(new Global(module, name)))))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "a checkpoint must name only what tensors need (nothing of it was run), but found the"
                + " forbidden global "
                + module
                + "."
                + name
                + " in a test");
  }

  @ParameterizedTest
  @ValueSource(strings = {CALL_OF_PROTOCOL_2, CALL_OF_PROTOCOL_4})
  void read_callThatPythonPickled_isRefusedByName(String hex) {
    assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the forbidden global posix.system");
  }

  @Test
  void read_everyTruncation_isRefused() {
    byte[] pickle = nested();
    for (int length = 0; length < pickle.length; length++) {
      byte[] part = Arrays.copyOf(pickle, length);
      assertThatThrownBy(() -> read(part))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("a checkpoint must be complete");
    }
  }

  @Test
  void read_whatNoStateDictHas_isRefused() {
    List<String> pickles =
        List.of(
            "X\u00ff\u00ff\u00ff\u00ffabc.", // text of 4 GB
            "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007fa.", // text of 8 EB
            "\u008b\u00ff\u00ff\u00ff\u007fa.", // an integer of 2 GB
            "\u008b\u00ff\u00ff\u00ff\u00ffa.", // of -1 bytes
            ".", // nothing on the stack
            "(.",
            "t.",
            "Ns.",
            "NNNs.", // None is no dictionary
            "}(Nu.",
            "}]Ns.", // a list as a key
            "N(Ne.",
            "h\u0000.", // never remembered
            "NNR.",
            "NQ.",
            "ccollections\nOrderedDict\n(K\u0001tR.",
            "ctorch\nFloatStorage\n)R.", // a storage is not called
            "ctorch._utils\n_rebuild_tensor_v2\n)R.",
            "\u0081.", // a new object of a class
            "Z");
    for (String pickle : pickles) {
      assertThatThrownBy(() -> read(pickle))
          .as(pickle)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("a checkpoint must ")
          .hasMessageEndingWith(" in a test");
    }
  }

  @Test
  void read_endlessOperations_areLimited() {
    byte[] marks = new byte[2_000_000];
    Arrays.fill(marks, (byte) '(');
    assertThatThrownBy(() -> read(marks))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("have at most 1000000 operations");
  }

  /** Whatever the bytes are, there is an object, or an error that says what must hold. */
  @Test
  void read_anyBytes_neverFailsInAnotherWay() {
    Random random = new Random(7);
    byte[] valid = nested();
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = valid.clone();
      for (int change = 0; change < 3; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(read(bytes)).isNotNull();
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("a checkpoint must ");
      }
    }
  }
}
