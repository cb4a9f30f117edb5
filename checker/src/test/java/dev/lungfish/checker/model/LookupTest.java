package dev.lungfish.checker.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {
    private static final String SOURCE = """
            // Shop.java
            import java.util.*;
            import java.util.concurrent.*;
            class Shop {
                static class Orders extends ArrayList<String> {
                    @Override public boolean add(String order) { return super.add(order); }
                    void add(String order, int times) { }
                    void submit() { }
                }
                static class Inbox extends LinkedBlockingQueue<String> {
                    @Override public void put(String order) { }
                }
                static class Worker extends Thread {
                    Worker(Runnable task) { super(task); }
                }
                static abstract class Base {
                    public void execute(Runnable task) { }
                }
                static class Pool extends Base implements Executor { }
                static class Panel extends javax.swing.JPanel {
                    void refresh() { }
                }
                interface Plain { void put(String order); }
                Thread anonymous = new Thread(() -> { }) { };
            }
            """;

    @TempDir
    private Path folder;
    private final Program program = Sources.attributeTexts(SOURCE);

    private TypeElement type(String name) {
        TypeElement found = program.elements().getTypeElement(name);
        assertTrue(found != null, name);
        return found;
    }

    /** The method of a type, inherited ones included, written as name(Type,Type). */
    private ExecutableElement method(TypeElement type, String signature) {
        for (Element member : program.elements().getAllMembers(type)) {
            if (member instanceof ExecutableElement method) {
                String name = method.getSimpleName() + "(" + String.join(",", LibraryModels.erasedParams(method, program.types())) + ")";
                if (name.equals(signature)) {
                    return method;
                }
            }
        }
        throw new AssertionError(type + " has no " + signature);
    }

    private String found(LibraryModels models, String receiver, String signature) {
        TypeElement type = type(receiver);
        return models.find(method(type, signature), type, program.elements(), program.types()).map(MethodModel::signature).orElse("none");
    }

    private String found(String receiver, ExecutableElement method) {
        return LibraryModels.load(List.of()).find(method, type(receiver), program.elements(), program.types()).map(MethodModel::signature).orElse("none");
    }

    private String found(String receiver, String signature) {
        return found(LibraryModels.load(List.of()), receiver, signature);
    }

    private LibraryModels withRows(String... rows) throws IOException {
        return LibraryModels.load(List.of(Files.writeString(folder.resolve("user.tsv"), String.join("\n", rows))));
    }

    @Test
    void methodOfASubclass_findsTheRowOfTheNearestSupertype() {
        assertEquals("java.util.Collection#add(Object)", found("java.util.ArrayList", "add(Object)"));
        assertEquals("java.util.List#add(int,Object)", found("java.util.ArrayList", "add(int,Object)"));
        assertEquals("java.util.concurrent.LinkedTransferQueue#offer", found("java.util.concurrent.LinkedTransferQueue", "offer(Object)"));
        assertEquals("java.util.concurrent.BlockingQueue#take", found("java.util.concurrent.ArrayBlockingQueue", "take()"));
    }

    @Test
    void rowOfASubinterface_isFoundBeforeTheOneThatItRefines() {
        // AbstractMap reaches Map as early as ConcurrentMap; the refining interface must win all the same.
        assertEquals("java.util.concurrent.ConcurrentMap#put", found("java.util.concurrent.ConcurrentSkipListMap", "put(Object,Object)"));
        assertEquals("java.util.concurrent.ConcurrentMap#get", found("java.util.concurrent.ConcurrentHashMap", "get(Object)"));
    }

    @Test
    void inheritedMethod_findsTheRowOfTheReceiversClass() {
        assertEquals("java.util.concurrent.BlockingQueue#peek", found("java.util.concurrent.BlockingQueue", "peek()"));
        assertEquals("java.util.Queue#peek", found("java.util.Queue", "peek()"));
    }

    @Test
    void methodOfObject_isFoundThroughAnInterfaceToo() {
        assertEquals("java.lang.Object#toString", found("Shop.Plain", method(type("java.lang.Object"), "toString()")));
        assertEquals("java.util.concurrent.BlockingQueue#toString", found("java.util.concurrent.BlockingQueue", method(type("java.lang.Object"), "toString()")));
    }

    @Test
    void overrideWithNarrowerTypes_findsTheRowOfTheOverriddenMethod() {
        assertEquals("java.util.Collection#add(Object)", found("Shop.Orders", "add(String)"));
        assertEquals("java.util.concurrent.LinkedBlockingQueue#put", found("Shop.Inbox", "put(String)"));
    }

    @Test
    void implementationInheritedFromAnUnrelatedClass_findsTheRowOfTheInterface() {
        assertEquals("java.util.concurrent.Executor#execute", found("Shop.Pool", "execute(Runnable)"));
        assertEquals("none", found("Shop.Base", "execute(Runnable)"));
    }

    @Test
    void methodThatOnlySharesTheName_findsNoRow() {
        assertEquals("none", found("Shop.Orders", "add(String,int)"));
        assertEquals("none", found("Shop.Orders", "submit()"));
        assertEquals("none", found("Shop.Plain", "put(String)"));
    }

    @Test
    void exactTypes_comeBeforeRowsWithoutTypes_andThoseBeforeTheStarRow() throws IOException {
        LibraryModels models = withRows("Shop$Base#*\tfresh\twhy", "Shop$Orders#submit\tfresh\twhy", "Shop$Orders#submit()\tfresh\twhy", "Shop$Orders#*\tfresh\twhy");
        assertEquals("Shop$Orders#submit()", found(models, "Shop.Orders", "submit()"));
        assertEquals("Shop$Orders#*", found(models, "Shop.Orders", "add(String,int)"));
        assertEquals("Shop$Base#*", found(models, "Shop.Pool", "execute(Runnable)"));
    }

    @Test
    void constructor_findsTheRowOfItsOwnClassOnly_andOfTheSuperclassIfAnonymous() {
        LibraryModels models = LibraryModels.load(List.of());
        TypeElement worker = type("Shop.Worker");
        assertEquals(Optional.empty(), models.find(method(worker, "<init>(Runnable)"), worker, program.elements(), program.types()));
        TypeElement thread = type("java.lang.Thread");
        assertEquals("java.lang.Thread#<init>(Runnable)", found("java.lang.Thread", "<init>(Runnable)"));
        assertTrue(models.find(method(thread, "<init>(Runnable)"), thread, program.elements(), program.types()).orElseThrow().has(Effect.Merge.class));
    }

    @Test
    void staticMethod_findsTheRowOfItsClass() {
        assertEquals("java.util.List#of", found("java.util.List", "of(Object,Object)"));
        assertEquals("java.lang.Math#*", found("java.lang.Math", "abs(int)"));
    }

    @Test
    void starRow_reachesSubclassesAndTheirOwnMethods_butNotThoseOfObject() {
        assertEquals("javax.swing.JComponent#*", found("javax.swing.JLabel", "setText(String)"));
        assertEquals("javax.swing.JComponent#*", found("Shop.Panel", "refresh()"));
        assertEquals("java.lang.Object#hashCode", found("Shop.Panel", "hashCode()"));
        assertEquals("javax.swing.JComponent#repaint", found("Shop.Panel", "repaint()"));
    }

    @Test
    void rowOfTheUser_winsOverOurs() throws IOException {
        LibraryModels models = withRows("java.util.Collection#add(Object)\tfresh\tmine");
        TypeElement list = type("java.util.ArrayList");
        assertEquals("mine", models.find(method(list, "add(Object)"), list, program.elements(), program.types()).orElseThrow().reason());
        assertEquals("java.util.Collection#isEmpty", found(models, "java.util.ArrayList", "isEmpty()"));
    }

    @Test
    void triggerNames_areTheOnesThatHandOver_andTheUsersJoinThem() throws IOException {
        LibraryModels ours = LibraryModels.load(List.of());
        assertTrue(ours.isTriggerName("submit") && ours.isTriggerName("put") && ours.isTriggerName("runAsync"));
        assertTrue(!ours.isTriggerName("println") && !ours.isTriggerName("countDown") && !ours.isTriggerName("dispatchOrder"));
        assertTrue(withRows("a.B#dispatchOrder\tmove(0)\twhy").isTriggerName("dispatchOrder"));
    }

    @Test
    void type_isFoundExactly_andInheritedOnlyWhereMarked() throws IOException {
        KnownTypes types = KnownTypes.load(List.of());
        assertEquals(TypeVerdict.FROZEN, types.find(type("java.lang.String")).orElseThrow().verdict());
        assertEquals(Optional.empty(), types.find(type("Shop.Inbox")));
        assertEquals("java.util.concurrent.LinkedBlockingQueue", types.inherited(type("Shop.Inbox")).orElseThrow().name());
        assertEquals(Optional.empty(), types.inherited(type("Shop.Orders")), "a row without + is about one class");
        assertEquals("EDT", types.inherited(type("Shop.Panel")).orElseThrow().thread());
        Path mine = Files.writeString(folder.resolve("types.tsv"), "java.lang.String\ttracked\tmine\nShop$Orders\tfrozen\tmine");
        KnownTypes changed = KnownTypes.load(List.of(mine));
        assertEquals(TypeVerdict.TRACKED, changed.find(type("java.lang.String")).orElseThrow().verdict());
        assertEquals(TypeVerdict.FROZEN, changed.find(type("Shop.Orders")).orElseThrow().verdict());
    }
}
