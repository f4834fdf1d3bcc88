package evenlight.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import evenlight.image.Image;

@AnalyzeClasses(packages = "evenlight", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses().that().resideOutsideOfPackage("evenlight.cli..").should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Main.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule theCommandLineKnowsNoNatives =
      noClasses()
          .that()
          .resideInAPackage("evenlight.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule commandsDoNotTouchPixels =
      noClasses()
          .that()
          .resideInAPackage("evenlight.cli..")
          .should()
          .callMethod(Image.class, "plane", int.class)
          .orShould()
          .callMethod(Image.class, "at", int.class, int.class, int.class);

  @ArchTest
  static final ArchRule nothingButTheCommandLineUsesPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage("evenlight.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "evenlight.cli..");
}
