package evenlight.torch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "evenlight.torch", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("tensor")
          .definedBy("evenlight.torch.tensor..")
          .layer("weights")
          .definedBy("evenlight.torch.weights..")
          .layer("block")
          .definedBy("evenlight.torch.block..")
          .layer("loss")
          .definedBy("evenlight.torch.loss..")
          .layer("network")
          .definedBy("evenlight.torch.network..")
          .layer("training")
          .definedBy("evenlight.torch.training..")
          .layer("fusion")
          .definedBy("evenlight.torch.fusion..")
          .layer("flow")
          .definedBy("evenlight.torch.flow..")
          .layer("ablation")
          .definedBy("evenlight.torch.ablation..")
          .whereLayer("flow")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ablation")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("fusion")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("training")
          .mayOnlyBeAccessedByLayers("ablation")
          .whereLayer("loss")
          .mayOnlyBeAccessedByLayers("training")
          .whereLayer("network")
          .mayOnlyBeAccessedByLayers("training", "fusion", "flow", "ablation")
          .whereLayer("block")
          .mayOnlyBeAccessedByLayers("network")
          .whereLayer("weights")
          .mayOnlyBeAccessedByLayers("network", "training", "fusion", "flow", "ablation");

  @ArchTest
  static final ArchRule ARROWS_WITHIN_TRAINING =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("training")
          .definedBy("evenlight.torch.training")
          .layer("data")
          .definedBy("evenlight.torch.training.data..")
          .layer("optimizer")
          .definedBy("evenlight.torch.training.optimizer..")
          .layer("checkpoint")
          .definedBy("evenlight.torch.training.checkpoint..")
          .layer("plan")
          .definedBy("evenlight.torch.training.plan..")
          .whereLayer("training")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("training")
          .whereLayer("optimizer")
          .mayOnlyBeAccessedByLayers("training")
          .whereLayer("checkpoint")
          .mayOnlyBeAccessedByLayers("training")
          .whereLayer("plan")
          .mayOnlyBeAccessedByLayers("training", "data", "optimizer");

  @ArchTest
  static final ArchRule ARROWS_WITHIN_WEIGHTS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("weights")
          .definedBy("evenlight.torch.weights")
          .layer("checkpoint")
          .definedBy("evenlight.torch.weights.checkpoint..")
          .layer("published")
          .definedBy("evenlight.torch.weights.published..")
          .whereLayer("weights")
          .mayOnlyBeAccessedByLayers("published")
          .whereLayer("checkpoint")
          .mayOnlyBeAccessedByLayers("published")
          .whereLayer("published")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("evenlight.torch.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule NO_PRINTING = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule NO_GENERIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule FILES_AND_DATA_NEED_NO_NATIVES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "evenlight.torch.weights..",
              "evenlight.torch.training.checkpoint..",
              "evenlight.torch.training.data..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");
}
