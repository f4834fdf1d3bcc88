package evenlight.torch.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: an 8-byte little-endian length, that many bytes of JSON, then the numbers
 * (https://github.com/huggingface/safetensors). Only 32-bit floats (F32) are read and written.
 *
 * <p>Nothing in a file is executed, and its header is checked in full before a number is read:
 * lengths within the file, shapes that agree with the offsets, and tensors that lie one behind the
 * other without gap or overlap up to the end.
 */
public final class Safetensors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String METADATA = "__metadata__";
  private static final int PREFIX = Long.BYTES;
  private static final int ALIGNMENT = 8;

  private Safetensors() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is not valid; the message names it
   */
  public static Weights read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("the weights must be a readable file, but there is none at " + file);
    }
    return parse(Files.readAllBytes(file), file.toString());
  }

  /**
   * Reads a stream to its end.
   *
   * @param name how messages call it
   */
  public static Weights read(InputStream in, String name) throws IOException {
    return parse(in.readAllBytes(), name);
  }

  private static Weights parse(byte[] bytes, String name) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < PREFIX) {
      throw invalid(name, "start with the 8-byte length of a header", bytes.length + " bytes");
    }
    long headerLength = file.getLong(0);
    if (headerLength < 2 || headerLength > bytes.length - PREFIX) {
      throw invalid(
          name,
          "have a header that lies within its %d bytes".formatted(bytes.length),
          "a header length of " + headerLength);
    }
    JsonNode header = header(bytes, (int) headerLength, name);
    ByteBuffer data =
        file.slice(PREFIX + (int) headerLength, bytes.length - PREFIX - (int) headerLength)
            .order(ByteOrder.LITTLE_ENDIAN);
    return new Weights(tensors(header, data, name), metadata(header, name));
  }

  private static JsonNode header(byte[] bytes, int length, String name) throws IOException {
    try {
      JsonNode header = JSON.readTree(new String(bytes, PREFIX, length, StandardCharsets.UTF_8));
      if (header != null && header.isObject()) {
        return header;
      }
    } catch (JsonProcessingException e) {
      throw invalid(name, "have a JSON header", "none (" + e.getOriginalMessage() + ")");
    }
    throw invalid(name, "have a JSON object as its header", "something else");
  }

  private static Map<String, Parameter> tensors(JsonNode header, ByteBuffer data, String name)
      throws IOException {
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(header.properties());
    entries.removeIf(entry -> entry.getKey().equals(METADATA));
    entries.sort(
        Comparator.comparingLong((Map.Entry<String, JsonNode> entry) -> offset(entry, 0))
            .thenComparingLong(entry -> offset(entry, 1)));
    Map<String, Parameter> tensors = new LinkedHashMap<>();
    long used = 0;
    for (Map.Entry<String, JsonNode> entry : entries) {
      Parameter parameter = parameter(entry, used, data, name);
      tensors.put(entry.getKey(), parameter);
      used = offset(entry, 1);
    }
    if (used != data.capacity()) {
      throw invalid(
          name,
          "be filled by its %d tensors".formatted(entries.size()),
          "%d of %d data bytes used".formatted(used, data.capacity()));
    }
    return tensors;
  }

  private static Parameter parameter(
      Map.Entry<String, JsonNode> entry, long start, ByteBuffer data, String name)
      throws IOException {
    JsonNode description = entry.getValue();
    if (!description.path("dtype").asText().equals("F32")) {
      throw invalid(
          name, "hold F32 tensors", entry.getKey() + " of type " + description.path("dtype"));
    }
    long[] shape = shape(description, entry.getKey(), name);
    long size = bytesOf(shape);
    long end = offset(entry, 1);
    if (offset(entry, 0) != start || size < 0 || end != start + size || end > data.capacity()) {
      throw invalid(
          name,
          "place its tensors one behind the other within its %d data bytes"
              .formatted(data.capacity()),
          "%s at %s with shape %s"
              .formatted(
                  entry.getKey(), description.path("data_offsets"), description.path("shape")));
    }
    float[] values = new float[(int) (size / Float.BYTES)];
    data.slice((int) start, (int) size).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new Parameter(shape, values);
  }

  private static long offset(Map.Entry<String, JsonNode> entry, int index) {
    return entry.getValue().path("data_offsets").path(index).asLong(-1);
  }

  private static long[] shape(JsonNode entry, String tensor, String name) throws IOException {
    JsonNode sizes = entry.path("shape");
    if (!sizes.isArray()) {
      throw invalid(name, "give every tensor a shape", "none for " + tensor);
    }
    long[] shape = new long[sizes.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes.get(i).asLong(-1);
    }
    return shape;
  }

  /** Bytes of a tensor, or -1 if its shape is impossible. */
  private static long bytesOf(long[] shape) {
    long count = 1;
    for (long size : shape) {
      if (size < 0 || size > Integer.MAX_VALUE || count > Integer.MAX_VALUE) {
        return -1;
      }
      count *= size;
    }
    return count > Integer.MAX_VALUE / Float.BYTES ? -1 : count * Float.BYTES;
  }

  private static Map<String, String> metadata(JsonNode header, String name) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : header.path(METADATA).properties()) {
      if (!entry.getValue().isTextual()) {
        throw invalid(name, "hold text as metadata", entry.getKey() + " of another type");
      }
      metadata.put(entry.getKey(), entry.getValue().asText());
    }
    return metadata;
  }

  /** The bytes of a file that holds these weights; the same weights give the same bytes. */
  public static byte[] toBytes(Weights weights) {
    ObjectNode header = JSON.createObjectNode();
    ObjectNode metadata = header.putObject(METADATA);
    weights.metadata().forEach(metadata::put);
    long offset = 0;
    for (Map.Entry<String, Parameter> tensor : weights.tensors().entrySet()) {
      long end = offset + (long) Float.BYTES * tensor.getValue().values().length;
      ObjectNode entry = header.putObject(tensor.getKey());
      entry.put("dtype", "F32");
      var shape = entry.putArray("shape");
      for (long size : tensor.getValue().shape()) {
        shape.add(size);
      }
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer file =
        ByteBuffer.allocate(Math.toIntExact(PREFIX + padded + offset))
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(padded)
        .put(json)
        .put(" ".repeat(padded - json.length).getBytes(StandardCharsets.UTF_8));
    for (Parameter parameter : weights.tensors().values()) {
      for (float value : parameter.values()) {
        file.putFloat(value);
      }
    }
    return file.array();
  }

  private static IOException invalid(String name, String must, String found) {
    return new IOException(
        "a safetensors file must %s, but found %s in %s".formatted(must, found, name));
  }
}
