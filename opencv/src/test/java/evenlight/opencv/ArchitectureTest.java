package evenlight.opencv;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "evenlight.opencv", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_WHAT_NEEDS_OPENCV_KNOWS_IT =
      noClasses()
          .that()
          .haveNameNotMatching(
              ".*\\.(Natives|FeatureGuess|Features|FeatureDistances|PlaneWarp|DisFlow)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule ALIGNMENT_KNOWS_NO_METHODS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "evenlight.fusion.classical..",
              "evenlight.metric..",
              "evenlight.evaluation..",
              "evenlight.torch..",
              "evenlight.cli..");

  @ArchTest static final ArchRule NO_PRINTING = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule NO_GENERIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
