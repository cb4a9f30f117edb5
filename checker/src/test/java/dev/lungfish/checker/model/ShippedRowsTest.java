package dev.lungfish.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row that we ship is held against the JDK in use. */
class ShippedRowsTest {
    private static final int RUNNING = Runtime.version().feature();
    private static final int OLDEST = 17;
    private static final int LONGEST_REASON = 120;
    private static final Set<Class<? extends Effect>> RESULT_WORDS = Set.of(Effect.Fresh.class, Effect.Same.class, Effect.Copy.class,
            Effect.FrozenCopy.class, Effect.View.class, Effect.Frozen.class, Effect.Global.class, Effect.Take.class, Effect.Peek.class,
            Effect.Content.class, Effect.Guarded.class, Effect.Wraps.class, Effect.ThreadState.class, Effect.Inside.class, Effect.LockView.class,
            Effect.Boxes.class, Effect.Acquires.class, Effect.Nests.class);

    private static List<ModelRow> methods() {
        return ShippedModels.METHODS.packagesByFile().keySet().stream().flatMap(f -> ShippedModels.METHODS.file(f).methods().stream()).toList();
    }

    /** Classes that every test run has: those of the JDK and our own. */
    private static boolean isAtHand(String owner) {
        return Stream.of("dev.lungfish.runtime.", "java.", "javax.swing.", "javax.sql.", "javax.crypto.", "javax.net.").anyMatch(owner::startsWith);
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name, false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** The methods that a row is about, in the JDK in use; for {@code *}, none is asked for. */
    private static List<Executable> executables(ModelRow row) {
        Class<?> owner = classOf(row.owner());
        List<Executable> found = new ArrayList<>();
        if (owner == null) {
            return found;
        }
        if (row.name().equals("<init>")) {
            found.addAll(List.of(owner.getDeclaredConstructors()));
        } else {
            Deque<Class<?>> waiting = new ArrayDeque<>(List.of(owner, Object.class));
            while (!waiting.isEmpty()) {
                Class<?> next = waiting.poll();
                Stream.of(next.getDeclaredMethods()).filter(m -> m.getName().equals(row.name()) && !m.isSynthetic()).forEach(found::add);
                if (next.getSuperclass() != null) {
                    waiting.add(next.getSuperclass());
                }
                waiting.addAll(List.of(next.getInterfaces()));
            }
        }
        found.removeIf(e -> row.params() != null && !params(e).equals(row.params()));
        return found;
    }

    private static List<String> params(Executable executable) {
        return Stream.of(executable.getParameterTypes()).map(Class::getSimpleName).toList();
    }

    private static void assertNone(List<String> offenders, String law) {
        assertEquals("", String.join("\n", offenders), law);
    }

    @Test
    void everyRowCanBeRead() {
        List<ModelRow> rows = methods();
        rows.forEach(ModelRow::model);
        assertTrue(rows.size() > 2500, "only " + rows.size() + " rows: are all files in the index?");
    }

    @Test
    void everyRowIsFoundThroughItsPackage_andNothingIsDescribedTwice() {
        Map<String, String> first = new HashMap<>();
        List<String> offenders = new ArrayList<>();
        ShippedModels.METHODS.packagesByFile().forEach((file, packages) -> ShippedModels.METHODS.file(file).methods().forEach(row -> {
            if (!packages.contains(packageOf(row.owner()))) {
                offenders.add(row.where() + ": the index leads from its package to another file");
            }
            String earlier = first.putIfAbsent(row.signature(), row.where());
            if (earlier != null) {
                offenders.add(row.where() + ": described at " + earlier + " already");
            }
        }));
        ShippedModels.TYPES.packagesByFile().forEach((file, packages) -> ShippedModels.TYPES.file(file).types().forEach(type -> {
            String where = ShippedModels.TYPES.file(file).where(type.name());
            if (!packages.contains(packageOf(type.name()))) {
                offenders.add(where + ": the index leads from its package to another file");
            }
            String earlier = first.putIfAbsent(type.name(), where);
            if (earlier != null) {
                offenders.add(where + ": described at " + earlier + " already");
            }
        }));
        assertNone(offenders, "one row, found through its package");
    }

    @Test
    void everyRowIsFoundByItsClass() {
        for (ModelRow row : methods()) {
            boolean found = ShippedModels.METHODS.ofPackage(packageOf(row.owner())).stream()
                    .anyMatch(text -> text.ofClass(row.owner()).getOrDefault(row.name(), List.of()).stream().anyMatch(r -> r.where().equals(row.where())));
            assertTrue(found, row.where());
        }
        for (String stem : ShippedModels.TYPES.packagesByFile().keySet()) {
            for (TypeModel type : ShippedModels.TYPES.file(stem).types()) {
                assertTrue(ShippedModels.TYPES.ofPackage(packageOf(type.name())).stream().anyMatch(text -> text.type(type.name()).isPresent()), type.name());
            }
        }
    }

    @Test
    void rowsOfAClassInTwoPlaces_areRejected() {
        ModelFormatException thrown = assertThrows(ModelFormatException.class,
                () -> new ModelText("x.tsv", "a.B#m\tfresh\twhy\na.C\tfrozen\twhy\na.B#n\tfresh\twhy\n"));
        assertEquals("x.tsv:3: the rows of 'a.B' stand in two places", thrown.getMessage());
    }

    private static String packageOf(String owner) {
        return owner.substring(0, owner.lastIndexOf('.'));
    }

    @Test
    void everyReasonIsShort_andStandsAlone() {
        List<String> offenders = methods().stream()
                .filter(row -> row.model().reason().length() > LONGEST_REASON || row.model().reason().endsWith(".")).map(ModelRow::where).toList();
        assertNone(offenders, "a reason is one line without full stop");
    }

    @Test
    void everyRowOfTheJdk_namesAClassAndMethodOfTheJdkInUse() {
        List<String> offenders = new ArrayList<>();
        for (ModelRow row : methods()) {
            if (isAtHand(row.owner())) {
                boolean exists = row.name().equals("*") ? classOf(row.owner()) != null : !executables(row).isEmpty();
                if (!exists && row.since() <= RUNNING) {
                    offenders.add(row.where() + ": " + row.signature() + " does not exist in JDK " + RUNNING);
                }
                if (exists && row.since() > RUNNING) {
                    offenders.add(row.where() + ": " + row.signature() + " exists in JDK " + RUNNING + " already");
                }
                if (row.since() > 0 && row.since() <= OLDEST) {
                    offenders.add(row.where() + ": since=" + row.since() + " says nothing");
                }
            }
        }
        assertNone(offenders, "a row names what exists");
    }

    @Test
    void everyTypeOfTheJdk_exists() {
        List<String> offenders = new ArrayList<>();
        for (String stem : ShippedModels.TYPES.packagesByFile().keySet()) {
            ModelFile file = ShippedModels.TYPES.file(stem);
            for (TypeModel type : file.types()) {
                boolean exists = classOf(type.name()) != null;
                if (isAtHand(type.name()) && exists != file.since(type) <= RUNNING) {
                    offenders.add(file.where(type.name()) + ": " + type.name() + (exists ? " exists already" : " does not exist") + " in JDK " + RUNNING);
                }
            }
        }
        assertNone(offenders, "a row names what exists");
    }

    @Test
    void everyRowWhoseMethodReturnsSomethingTracked_saysWhatTheResultIs() {
        Map<String, TypeVerdict> verdicts = ShippedModels.TYPES.packagesByFile().keySet().stream()
                .flatMap(f -> ShippedModels.TYPES.file(f).types().stream()).collect(Collectors.toMap(TypeModel::name, TypeModel::verdict));
        Set<String> offenders = new TreeSet<>();
        for (ModelRow row : methods()) {
            if (isAtHand(row.owner()) && !saysResult(row.model())) {
                executables(row).stream().filter(e -> e instanceof Method m && isTracked(m.getReturnType(), verdicts))
                        .forEach(e -> offenders.add(row.where() + ": " + row.signature() + " returns " + ((Method) e).getReturnType().getSimpleName()));
            }
        }
        assertNone(List.copyOf(offenders), "a tracked result is fresh, or belongs to something");
    }

    private static boolean saysResult(MethodModel model) {
        return model.effects().stream().anyMatch(e -> RESULT_WORDS.contains(e.getClass())
                || e instanceof Effect.Yields yields && yields.target().equals(Place.RESULT));
    }

    private static boolean isTracked(Class<?> type, Map<String, TypeVerdict> verdicts) {
        if (type.isPrimitive() || type.isEnum()) {
            return false;
        }
        TypeVerdict verdict = verdicts.get(type.getName());
        return verdict != TypeVerdict.FROZEN && verdict != TypeVerdict.STOP;
    }

    @Test
    void triggerNames_areExactlyThoseOfTheRowsThatHandOver() {
        Set<String> expected = methods().stream().filter(row -> !row.name().equals("*") && Triggers.isTrigger(row.model()))
                .map(ModelRow::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", expected), ShippedModels.resource("methods/triggers.txt").strip());
    }

    @Test
    void wrappedNames_areExactlyThoseOfTheRowsThatLockUnlockOrWait() {
        Set<String> expected = methods().stream().filter(row -> !row.name().equals("*") && Triggers.isOftenWrapped(row.model()))
                .map(ModelRow::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", expected), ShippedModels.resource("methods/wrapped.txt").strip());
    }

    @Test
    void constructorsAreNotNamedByTheirClass() {
        List<String> offenders = methods().stream().filter(row -> row.owner().endsWith("." + row.name()) || row.owner().endsWith("$" + row.name()))
                .map(ModelRow::where).toList();
        assertNone(offenders, "a constructor is <init>");
        assertTrue(methods().stream().anyMatch(row -> executables(row).stream().anyMatch(Constructor.class::isInstance)));
    }
}
