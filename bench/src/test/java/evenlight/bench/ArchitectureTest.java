package evenlight.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "evenlight", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule nothingUsesTheBenchmarks =
      noClasses()
          .that()
          .resideOutsideOfPackage("evenlight.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("evenlight.bench..");

  @ArchTest
  static final ArchRule methodsAreKnownByTheCatalogueOnly =
      noClasses()
          .that()
          .resideInAPackage("evenlight.bench..")
          .and()
          .resideOutsideOfPackages(
              "evenlight.bench.training..", "evenlight.bench.forward..", "evenlight.bench.flow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("evenlight.fusion.classical..", "evenlight.torch..");

  @ArchTest
  static final ArchRule onlyOpenCvUsesNatives =
      noClasses()
          .that()
          .resideInAPackage("evenlight.bench")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule benchmarksDoNotPrint =
      noClasses().that().resideInAPackage("evenlight.bench..").should(ACCESS_STANDARD_STREAMS);
}
