package evenlight.torch.ablation;

import java.util.List;
import java.util.Locale;

/** The paper's ablations: which networks stand in which table, and what the table calls them. */
enum AblationTable {
  /**
   * Which modules a row has is inferred: M4 is the whole network; M1, M2 and M3 lack one module
   * each, in the order in which the text discusses them.
   */
  MODULES(
      "Table IV: modules",
      "C is the collaborative extraction, E the edge revision and S the self-attention module."
          + " Which of them M1, M2 and M3 have is inferred: each lacks one, in the order in which"
          + " the paper discusses the modules, C, S, E. Without E the two convolutions that make"
          + " the mask remain."),
  BLOCKS("Table V: coordinate attention (CA) blocks", ""),
  TRADE_OFF(
      "Table VI: feature trade-off",
      "(a) both masks are added, (b) added to the over-, multiplied with the under-exposed"
          + " picture, (c) both are multiplied, (d) multiplied with the over-, added to the"
          + " under-exposed picture."),
  COORDINATION(
      "Fig. 8: coordination of CEM and SAM",
      "What remains without coordination is inferred: each module has an edge revision of its own,"
          + " and the two masks are averaged.");

  /**
   * A network in a table.
   *
   * @param label what the paper calls it there
   * @param variant which it is
   */
  record Row(String label, String variant) {}

  private final String caption;
  private final String note;

  AblationTable(String caption, String note) {
    this.caption = caption;
    this.note = note;
  }

  /** Lower-case words joined by hyphens: the name of its files. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String caption() {
    return caption;
  }

  /** What is to be known of its rows; may be empty. */
  String note() {
    return note;
  }

  /** Its networks. */
  List<Row> rows() {
    return switch (this) {
      case MODULES ->
          List.of(
              new Row("M1", Variant.WITHOUT_C),
              new Row("M2", Variant.WITHOUT_S),
              new Row("M3", Variant.WITHOUT_E),
              new Row("M4", Variant.FULL));
      case BLOCKS ->
          List.of(
              new Row("1-CA", Variant.ONE_BLOCK),
              new Row("2-CAs", Variant.TWO_BLOCKS),
              new Row("3-CAs (all)", Variant.FULL));
      case TRADE_OFF ->
          List.of(
              new Row("(a)", Variant.ADD_ADD),
              new Row("(b)", Variant.ADD_MULTIPLY),
              new Row("(c)", Variant.MULTIPLY_MULTIPLY),
              new Row("(d)", Variant.FULL));
      case COORDINATION ->
          List.of(new Row("(a) without", Variant.UNCOORDINATED), new Row("(b) with", Variant.FULL));
    };
  }

  /** Ids of its networks, in the order of the rows. */
  List<String> variants() {
    return rows().stream().map(Row::variant).toList();
  }
}
