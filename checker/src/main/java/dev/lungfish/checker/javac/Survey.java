package dev.lungfish.checker.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;

/**
 * What stands in each file of a compilation, by kind: one walk over all trees, at the first question, answers everybody who would otherwise walk over
 * them to find, in most programs, nothing. Names only, nothing is resolved. Confined to the compiler's thread.
 */
public final class Survey {
    private final List<CompilationUnitTree> units;
    private Map<CompilationUnitTree, Contents> contents;

    Survey(List<CompilationUnitTree> units) {
        this.units = units;
    }

    /** Of one file, in source order. */
    private static final class Contents {
        final List<TreePath> classes = new ArrayList<>();
        final List<TreePath> functions = new ArrayList<>();
        final List<TreePath> typeArguments = new ArrayList<>();
        final Set<String> annotations = new HashSet<>();
        final Set<Name> called = new HashSet<>();
        boolean isSynchronized;
    }

    /** All classes: also nested, local and anonymous ones. */
    public Stream<TreePath> classes() {
        return contents().values().stream().flatMap(unit -> unit.classes.stream());
    }

    /** The classes of one file. */
    public List<TreePath> classesOf(CompilationUnitTree unit) {
        return Collections.unmodifiableList(of(unit).classes);
    }

    /** Lambdas and method references. */
    public Stream<TreePath> functions() {
        return contents().values().stream().flatMap(unit -> unit.functions.stream());
    }

    /** Types with type arguments, and calls that write theirs. */
    public Stream<TreePath> typeArguments() {
        return contents().values().stream().flatMap(unit -> unit.typeArguments.stream());
    }

    /** Whether the file has an annotation with one of these simple names, whatever package it comes from. */
    public boolean hasAnnotation(CompilationUnitTree unit, Collection<String> simpleNames) {
        return !Collections.disjoint(of(unit).annotations, simpleNames);
    }

    /** Whether any file has such an annotation. */
    public boolean hasAnnotation(Collection<String> simpleNames) {
        return units.stream().anyMatch(unit -> hasAnnotation(unit, simpleNames));
    }

    /** Whether the file has a {@code synchronized} block or method. */
    public boolean isSynchronized(CompilationUnitTree unit) {
        return of(unit).isSynchronized;
    }

    /** Whether the file calls a method with one of these names. */
    public boolean calls(CompilationUnitTree unit, Collection<String> names) {
        return of(unit).called.stream().anyMatch(name -> names.contains(name.toString()));
    }

    private Contents of(CompilationUnitTree unit) {
        return contents().get(unit);
    }

    private Map<CompilationUnitTree, Contents> contents() {
        if (contents == null) {
            Map<CompilationUnitTree, Contents> all = new LinkedHashMap<>();
            units.forEach(unit -> all.put(unit, new Walk().over(unit)));
            contents = all;
        }
        return contents;
    }

    /** Makes the paths of what is of interest only: few of all trees are. */
    private static final class Walk extends TreeScanner<Void, Void> {
        private final Contents found = new Contents();
        private Tree[] around = new Tree[32];
        private TreePath[] paths = new TreePath[32];
        private int depth;

        Contents over(CompilationUnitTree unit) {
            paths[0] = new TreePath(unit);
            around[0] = unit;
            super.visitCompilationUnit(unit, null);
            return found;
        }

        @Override
        public Void scan(Tree tree, Void unused) {
            if (tree == null || tree instanceof IdentifierTree) {
                return null;
            }
            if (++depth == around.length) {
                around = Arrays.copyOf(around, 2 * depth);
                paths = Arrays.copyOf(paths, 2 * depth);
            }
            around[depth] = tree;
            paths[depth] = null;
            tree.accept(this, null);
            depth--;
            return null;
        }

        private TreePath path() {
            int known = depth;
            while (paths[known] == null) {
                known--;
            }
            while (known < depth) {
                known++;
                paths[known] = new TreePath(paths[known - 1], around[known]);
            }
            return paths[depth];
        }

        @Override
        public Void visitImport(ImportTree tree, Void unused) {
            return null;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            found.classes.add(path());
            return super.visitClass(tree, null);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void unused) {
            found.isSynchronized |= tree.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED);
            return super.visitMethod(tree, null);
        }

        @Override
        public Void visitSynchronized(SynchronizedTree tree, Void unused) {
            found.isSynchronized = true;
            return super.visitSynchronized(tree, null);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            found.functions.add(path());
            return super.visitLambdaExpression(tree, null);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
            found.functions.add(path());
            return super.visitMemberReference(tree, null);
        }

        @Override
        public Void visitParameterizedType(ParameterizedTypeTree tree, Void unused) {
            found.typeArguments.add(path());
            return super.visitParameterizedType(tree, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            if (!tree.getTypeArguments().isEmpty()) {
                found.typeArguments.add(path());
            }
            Name name = lastName(tree.getMethodSelect());
            if (name != null) {
                found.called.add(name);
            }
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Void unused) {
            Name name = lastName(tree.getAnnotationType());
            if (name != null) {
                found.annotations.add(name.toString());
            }
            return super.visitAnnotation(tree, null);
        }

        private static Name lastName(Tree name) {
            return name instanceof MemberSelectTree select ? select.getIdentifier() : name instanceof IdentifierTree identifier ? identifier.getName() : null;
        }
    }
}
