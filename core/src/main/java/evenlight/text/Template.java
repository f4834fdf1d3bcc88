package evenlight.text;

import evenlight.image.io.AtomicFile;
import evenlight.image.io.IoConsumer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places, written as {@code {{name}}}, that are filled in while it is written. */
public final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private Template() {}

  /**
   * Writes a resource, each place by what stands for its name, to a file in UTF-8 that is there
   * completely or not at all.
   *
   * @param home a class of the package that the resource belongs to
   * @throws IllegalArgumentException if nothing stands for one of the places
   * @throws IOException if the file cannot be written; the message names it
   */
  public static void write(
      Class<?> home, String resource, Map<String, IoConsumer<Writer>> places, Path file)
      throws IOException {
    AtomicFile.write(
        file,
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          write(home, resource, places, writer);
          writer.flush();
        });
  }

  private static void write(
      Class<?> home, String resource, Map<String, IoConsumer<Writer>> places, Writer out)
      throws IOException {
    String template = resource(home, resource);
    Matcher place = PLACE.matcher(template);
    int from = 0;
    while (place.find()) {
      IoConsumer<Writer> content = places.get(place.group(1));
      if (content == null) {
        throw new IllegalArgumentException(
            "every place of %s must be filled, but %s is not".formatted(resource, place.group(1)));
      }
      out.write(template, from, place.start() - from);
      content.accept(out);
      from = place.end();
    }
    out.write(template, from, template.length() - from);
  }

  /**
   * A resource as text.
   *
   * @param home a class of the package that it belongs to
   */
  public static String resource(Class<?> home, String name) throws IOException {
    try (InputStream in = home.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " must be there, but is not");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
