package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.ContractFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * What the verdict about each class rests on, elsewhere: the methods of other classes that its code names, and those that may run in their place,
 * with what their contracts say. Whoever finds that a contract has changed since then knows that the verdict is out of date.
 *
 * <p>Errs towards too much: a method counts whether its contract made a difference or not. It says nothing of what contracts leave out.
 */
final class Reliance {
    private final World world;
    private final MemberKeys keys;
    private final Map<String, ContractFile> contracts;
    private final Map<ExecutableElement, Words> said = new HashMap<>();

    /** The words of a method's contract, empty if it has none. */
    private record Words(String owner, String key, String text) {
        static final Words NONE = new Words("", "", "");
    }

    /** @param contracts the contracts of this compilation, by top-level class */
    Reliance(World world, Map<String, ContractFile> contracts) {
        this.world = world;
        this.keys = new MemberKeys(world.program());
        this.contracts = contracts;
    }

    /**
     * By top-level class of this compilation, then by the class relied on, then by method: the words of its contract, or nothing if it has none.
     * The JDK's own classes are left out: a compilation with another JDK is another build.
     */
    SortedMap<String, SortedMap<String, SortedMap<String, String>>> ofAll() {
        SortedMap<String, SortedMap<String, SortedMap<String, String>>> all = new TreeMap<>();
        for (Map.Entry<TypeElement, ClassTree> type : world.classes().trees().entrySet()) {
            if (type.getKey().getNestingKind() == NestingKind.TOP_LEVEL) {
                Uses uses = new Uses(type.getKey());
                uses.scan(type.getValue(), null);
                if (!uses.found.isEmpty()) {
                    all.put(nameOf(type.getKey()), uses.found);
                }
            }
        }
        return all;
    }

    private String nameOf(TypeElement type) {
        return world.program().elements().getBinaryName(type).toString();
    }

    private Words said(ExecutableElement method, TypeElement owner) {
        if (isPlatform(owner)) {
            return Words.NONE;
        }
        String name = nameOf(owner);
        String key = keys.of(method);
        if (world.classes().sourceOf(method) == null) {
            return new Words(name, key, world.written().wordsOf(method));
        }
        ContractFile contract = contracts.get(name);
        return new Words(name, key, contract == null ? "" : contract.lines().getOrDefault(key, ""));
    }

    private boolean isPlatform(TypeElement type) {
        ModuleElement module = world.program().elements().getModuleOf(type);
        String name = module == null || module.isUnnamed() ? type.getQualifiedName().toString() : module.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("jdk.");
    }

    /** Looks at the names in one class. */
    private final class Uses extends TreeScanner<Void, Void> {
        private final TypeElement user;
        private final SortedMap<String, SortedMap<String, String>> found = new TreeMap<>();
        private final Set<ExecutableElement> seen = new HashSet<>();

        Uses(TypeElement user) {
            this.user = user;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            uses(TreeUtils.elementFromUse(call));
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
            uses(TreeUtils.elementFromUse(reference));
            return super.visitMemberReference(reference, null);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void unused) {
            uses(TreeUtils.elementFromUse(made));
            return super.visitNewClass(made, null);
        }

        private void uses(ExecutableElement method) {
            if (seen.add(method)) {
                add(method);
                world.classes().overridersOf(method).forEach(this::add);
            }
        }

        private void add(ExecutableElement method) {
            TypeElement owner = MemberKeys.topLevel(method);
            if (owner != null && !owner.equals(user)) {
                Words words = said.computeIfAbsent(method, m -> said(m, owner));
                if (words != Words.NONE) {
                    found.computeIfAbsent(words.owner(), n -> new TreeMap<>()).put(words.key(), words.text());
                }
            }
        }
    }
}
