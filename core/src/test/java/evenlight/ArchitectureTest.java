package evenlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("evenlight");

  /** Which packages of this module each of them may use; what is not named is forbidden. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("evenlight.image", List.of()),
          Map.entry("evenlight.image.metadata", List.of()),
          Map.entry("evenlight.image.io", List.of("image", "image.metadata")),
          Map.entry("evenlight.image.draw", List.of("image")),
          Map.entry("evenlight.image.reference", List.of("image")),
          Map.entry("evenlight.filter", List.of("image")),
          Map.entry("evenlight.bracket", List.of("image", "image.metadata", "image.io")),
          Map.entry("evenlight.json", List.of()),
          Map.entry("evenlight.align", List.of("image", "image.io", "bracket", "json")),
          Map.entry("evenlight.ghost", List.of("image", "image.io", "filter", "bracket")),
          Map.entry("evenlight.fusion", List.of("image", "filter", "bracket")),
          Map.entry(
              "evenlight.flow",
              List.of("image", "image.io", "filter", "bracket", "align", "ghost", "fusion")),
          Map.entry("evenlight.pyramid", List.of()),
          Map.entry(
              "evenlight.fusion.classical",
              List.of("image", "filter", "pyramid", "bracket", "fusion")),
          Map.entry("evenlight.metric", List.of("image", "filter")),
          Map.entry("evenlight.text", List.of("image.io")),
          Map.entry(
              "evenlight.card", List.of("image", "image.io", "image.metadata", "filter", "text")),
          Map.entry(
              "evenlight.card.report", List.of("image", "image.io", "filter", "text", "card")),
          Map.entry("evenlight.dataset", List.of("text")),
          Map.entry(
              "evenlight.evaluation",
              List.of("image", "image.io", "bracket", "fusion", "metric", "dataset")),
          Map.entry(
              "evenlight.evaluation.report",
              List.of(
                  "image",
                  "image.io",
                  "image.draw",
                  "filter",
                  "figure",
                  "text",
                  "metric",
                  "evaluation")),
          Map.entry("evenlight.figure", List.of("image", "image.draw", "filter")),
          Map.entry(
              "evenlight.experiment",
              List.of(
                  "image",
                  "image.io",
                  "filter",
                  "bracket",
                  "align",
                  "fusion",
                  "flow",
                  "ghost",
                  "figure",
                  "text",
                  "json",
                  "metric",
                  "dataset",
                  "evaluation",
                  "evaluation.report")),
          Map.entry("evenlight.demo", List.of("image", "image.io", "image.draw")));

  static Stream<String> packages() {
    return CORE.stream().map(JavaClass::getPackageName).distinct().sorted();
  }

  @Test
  void arrows_nameEveryPackage() {
    Assertions.assertThat(packages()).containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void package_usesOnlyWhatItMay(String user) {
    Set<String> allowed =
        ARROWS.getOrDefault(user, List.of()).stream()
            .map(name -> "evenlight." + name)
            .collect(Collectors.toSet());
    String[] forbidden =
        packages()
            .filter(used -> !used.equals(user) && !allowed.contains(used))
            .toArray(String[]::new);
    mayNotUse(user, forbidden);
  }

  @Test
  void codecs_areUsedByImageIoOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("evenlight.image.io..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.imageio..", "java.awt..", "com.twelvemonkeys..")
        .check(CORE);
  }

  @Test
  void packages_areFreeOfCycles() {
    SlicesRuleDefinition.slices().matching("evenlight.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void natives_areNotUsed() {
    mayNotUse("evenlight..", "org.bytedeco..");
  }

  @Test
  void code_doesNotPrintOrLogThroughJul() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
  }

  @Test
  void code_throwsNoGenericExceptions() {
    GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CORE);
  }

  private static void mayNotUse(String user, String... used) {
    noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(used)
        .check(CORE);
  }
}
