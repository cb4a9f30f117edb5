package dev.lungfish.concurrency.model;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Test;

/**
 * Lincheck explores interleavings of random short programs over the runtime and asks whether each
 * result is one that some order of the operations gives, by a sequential specification. Each property
 * stands beside a negative control in which the same search must find a fault.
 */
class ModelCheckingTest {
  private static final int PROGRAMS = Integer.getInteger("lincheck.programs");
  private static final int SCHEDULES = Integer.getInteger("lincheck.schedules");
  /** Rewriting the classes that a first run loads takes seconds, many of them on a busy machine. */
  private static final long LIMIT_MS = 120_000;

  /** What each thread does with its own objects only: looking at a graph, writing a message. No switch is tried in there. */
  private static boolean isOfOneThread(String type) {
    return type.startsWith("dev.lungfish.runtime.graph.")
        || type.equals("dev.lungfish.runtime.Takeover")
        || type.equals("dev.lungfish.runtime.Failures");
  }

  static ModelCheckingOptions against(Class<?> specification) {
    ModelCheckingOptions options = new ModelCheckingOptions();
    options.invocationTimeout$lincheck(LIMIT_MS);
    return options
        .iterations(PROGRAMS)
        .invocationsPerIteration(SCHEDULES)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(0)
        .addGuarantee(ManagedStrategyGuaranteeKt.forClasses(ModelCheckingTest::isOfOneThread).allMethods().ignore())
        .sequentialSpecification(specification);
  }

  private static void mustFail(Class<?> control, Class<?> specification) {
    assertThrows(LincheckAssertionError.class, () -> against(specification).minimizeFailedScenario(false).check(control),
        "the search must be able to find this fault");
  }

  @Test
  void cown_isOneNumber() {
    against(Specifications.Number.class).check(CownModel.class);
  }

  @Test
  void negativeControl_numberWithoutACown() {
    mustFail(CownModel.Control.class, Specifications.Number.class);
  }

  @Test
  void behaviours_changeAllTheirCownsAtOnce() {
    against(Specifications.FourNumbers.class).check(WhenModel.class);
  }

  @Test
  void negativeControl_oneCownAfterTheOther() {
    mustFail(WhenModel.Control.class, Specifications.FourNumbers.class);
  }

  @Test
  void channel_isAQueue() {
    against(Specifications.Queue2.class).check(ChannelModel.class);
  }

  @Test
  void negativeControl_queueWithoutALock() {
    mustFail(ChannelModel.Control.class, Specifications.Queue2.class);
  }

  @Test
  void movedHandle_hasOneOwner() {
    against(Specifications.Claimed.class).check(MoveModel.class);
  }

  @Test
  void negativeControl_ownerTakenInTwoSteps() {
    mustFail(MoveModel.Control.class, Specifications.Claimed.class);
  }
}
