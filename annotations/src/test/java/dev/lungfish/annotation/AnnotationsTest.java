package dev.lungfish.annotation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.MODULE;
import static java.lang.annotation.ElementType.PACKAGE;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.ElementType.TYPE_PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.annotation.ElementType;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The places where each annotation may stand, and that class files and reflection show it. */
class AnnotationsTest {
  private static final Map<Class<?>, Set<ElementType>> PLACES =
      Map.of(
          Frozen.class, Set.of(TYPE, TYPE_USE, TYPE_PARAMETER),
          InRegion.class, Set.of(TYPE_USE, METHOD),
          Moved.class, Set.of(PARAMETER, METHOD),
          Isolated.class, Set.of(TYPE_USE),
          Borrowed.class, Set.of(PARAMETER),
          CapturedBy.class, Set.of(PARAMETER),
          ThreadSafe.class, Set.of(TYPE),
          Confined.class, Set.of(TYPE, METHOD, FIELD, PACKAGE),
          RegionAware.class, Set.of(PACKAGE, MODULE, TYPE));

  /** Every annotation in every place of the contract: that this compiles is half of the test. */
  @Frozen
  @RegionAware
  @Confined("EDT")
  static final class Everywhere<@Frozen T> {
    private final @InRegion("this") List<@Isolated String> inbox = List.of();
    private @Isolated @InRegion("this") Object slot = new Object();

    Everywhere(@CapturedBy("this") Object kept, @Moved Object taken) {}

    @Moved Object give() {
      @InRegion("this") Object local = slot;
      return local;
    }

    @InRegion("this") void precondition(@Borrowed Object lent) {}

    @Frozen List<@Frozen T> frozen(@Frozen int... numbers) {
      return List.of();
    }
  }

  @ThreadSafe(trusted = "a test")
  interface Trusted {}

  @Test
  void eachAnnotation_isKeptAtRunTime_andStandsWhereTheContractSays() {
    PLACES.forEach((annotation, places) -> {
      assertEquals(RetentionPolicy.RUNTIME, annotation.getAnnotation(Retention.class).value(), annotation.getName());
      assertEquals(places, Set.of(annotation.getAnnotation(Target.class).value()), annotation.getName());
      assertNotNull(annotation.getAnnotation(Documented.class), annotation.getName());
    });
  }

  @Test
  void values_areReadBack() throws Exception {
    assertEquals("a test", Trusted.class.getAnnotation(ThreadSafe.class).trusted());
    assertEquals("EDT", Everywhere.class.getAnnotation(Confined.class).value());
    Method precondition = Everywhere.class.getDeclaredMethod("precondition", Object.class);
    assertEquals("this", precondition.getAnnotation(InRegion.class).value());
    assertEquals("this", Everywhere.class.getDeclaredField("slot").getAnnotatedType().getAnnotation(InRegion.class).value());
    assertEquals("", ThreadSafe.class.getDeclaredMethod("trusted").getDefaultValue());
  }
}
