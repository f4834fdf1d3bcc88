package evenlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("evenlight");

  @Test
  void image_usesNothingOfEvenlight() {
    mayNotUse(
        "evenlight.image", "evenlight.image.io..", "evenlight.bracket..", "evenlight.fusion..");
  }

  @Test
  void imageIo_usesImageOnly() {
    mayNotUse("evenlight.image.io..", "evenlight.bracket..", "evenlight.fusion..");
  }

  @Test
  void bracket_doesNotUseFusion() {
    mayNotUse("evenlight.bracket..", "evenlight.fusion..");
  }

  @Test
  void dataset_usesNothingOfEvenlight() {
    mayNotUse(
        "evenlight.dataset..",
        "evenlight.image..",
        "evenlight.bracket..",
        "evenlight.fusion..",
        "evenlight.demo..");
  }

  @Test
  void demo_usesImagesOnly() {
    mayNotUse(
        "evenlight.demo..", "evenlight.bracket..", "evenlight.fusion..", "evenlight.dataset..");
  }

  @Test
  void datasetAndDemo_areUsedByNoOtherPackage() {
    mayNotUse("evenlight.image..", "evenlight.dataset..", "evenlight.demo..");
    mayNotUse("evenlight.bracket..", "evenlight.dataset..", "evenlight.demo..");
    mayNotUse("evenlight.fusion..", "evenlight.dataset..", "evenlight.demo..");
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
