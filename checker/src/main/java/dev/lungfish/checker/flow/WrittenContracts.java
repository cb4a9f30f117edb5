package dev.lungfish.checker.flow;

import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.ContractFile;
import dev.lungfish.checker.model.ContractFormatException;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What methods of other compilations do, as Lungfish wrote it beside their classes when it compiled them. Each file is read when the first
 * method of its class is asked for, once. A file that cannot be read is told once and counts as missing.
 */
final class WrittenContracts {
    private final Program program;
    private final MemberKeys keys;
    private final Outside outside;
    private final Map<TypeElement, Lines> files = new HashMap<>();
    private final Map<ExecutableElement, Optional<Summary>> known = new HashMap<>();
    private final List<Violation> problems = new ArrayList<>();
    private final Set<String> otherVersions = new HashSet<>();
    private long read;

    /** The content of one file, by the keys of methods and fields. */
    private record Lines(Map<String, Summary> methods, Map<String, FieldContract> fields, Map<String, String> words) {
        private static final Lines NONE = new Lines(Map.of(), Map.of(), Map.of());
    }

    WrittenContracts(World world) {
        this.program = world.program();
        this.keys = new MemberKeys(program);
        this.outside = new Outside(world);
    }

    /** What the file of the class says about a method without source; nothing if there is none. */
    Optional<Summary> of(ExecutableElement method) {
        Optional<Summary> answer = known.get(method);
        if (answer == null) {
            Lines lines = linesOf(MemberKeys.topLevel(method));
            answer = lines.methods().isEmpty() ? Optional.empty()
                    : Optional.ofNullable(lines.methods().get(keys.of(method))).map(summary -> outside.imported(summary, method));
            known.put(method, answer);
        }
        return answer;
    }

    /** What the file of the class says about a field without source. */
    FieldContract of(VariableElement field) {
        if (field.getKind() != ElementKind.FIELD) {
            return FieldContract.NONE;
        }
        Lines lines = linesOf(MemberKeys.topLevel(field));
        return lines.fields().isEmpty() ? FieldContract.NONE : lines.fields().getOrDefault(keys.of(field), FieldContract.NONE);
    }

    /** The words of a method's line, as they stand in the file of its class; empty if there is none. */
    String wordsOf(ExecutableElement method) {
        Lines lines = linesOf(MemberKeys.topLevel(method));
        return lines.words().isEmpty() ? "" : lines.words().getOrDefault(keys.of(method), "");
    }

    /** What is wrong with the files that were read. */
    List<Violation> problems() {
        return problems;
    }

    /** How many files were read. */
    long read() {
        return read;
    }

    private Lines linesOf(TypeElement type) {
        Lines lines = type == null ? Lines.NONE : files.get(type);
        if (lines == null) {
            String className = program.elements().getBinaryName(type).toString();
            boolean isOurs = program.index().declaration(type) != null;
            lines = isOurs ? Lines.NONE
                    : program.resources().find(type, ContractFile.pathOf(className)).or(() -> inClass(type)).map(file -> read(file, className)).orElse(Lines.NONE);
            files.put(type, lines);
        }
        return lines;
    }

    /** The same text in the class file itself: jars of signatures keep annotations, and no other files. */
    private static Optional<Program.Resource> inClass(TypeElement type) {
        return Annotations.ours(type, "Contract").map(annotation -> Annotations.strings(annotation, "value")).filter(lines -> !lines.isEmpty())
                .map(lines -> new InClass(type.getQualifiedName().toString(), lines));
    }

    private record InClass(String className, List<String> lines) implements Program.Resource {
        @Override
        public String text() {
            return String.join("\n", lines) + "\n";
        }

        @Override
        public String name() {
            return "the annotation of class '" + className + "'";
        }

        @Override
        public String container() {
            return className;
        }
    }

    private Lines read(Program.Resource file, String className) {
        try {
            ContractFile contract = ContractFile.read(file.text());
            if (!contract.className().equals(className)) {
                throw new ContractFormatException(1, contract.className());
            }
            Lines lines = new Lines(new HashMap<>(), new HashMap<>(), contract.lines());
            int number = 1;
            for (Map.Entry<String, String> line : contract.lines().entrySet()) {
                parse(line.getKey(), line.getValue(), ++number, lines);
            }
            read++;
            return lines;
        } catch (ContractFormatException e) {
            if (!e.isOtherVersion()) {
                tell("not.understood.contract", List.of(file.name(), String.valueOf(e.line()), e.found()));
            } else if (otherVersions.add(file.container())) {
                tell("not.understood.contract.version", List.of(file.name(), e.found(), String.valueOf(ContractFile.VERSION)));
            }
        } catch (IOException e) {
            tell("not.understood.contract.unreadable", List.of(file.name(), String.valueOf(e.getMessage())));
        }
        return Lines.NONE;
    }

    private static void parse(String key, String words, int number, Lines to) {
        try {
            if (key.indexOf('(') < 0) {
                to.fields().put(key, FieldContract.parse(words));
            } else {
                to.methods().put(key, SummaryText.parse(words));
            }
        } catch (IllegalArgumentException e) {
            throw new ContractFormatException(number, key + " " + words);
        }
    }

    private void tell(String message, List<String> names) {
        problems.add(new Violation("not.understood", Certainty.POSSIBLE, message, names, SourcePoint.NOWHERE, List.of(), ""));
    }
}
