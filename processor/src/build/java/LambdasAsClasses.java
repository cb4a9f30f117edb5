import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites the jar that javac loads: lambdas and method references become classes, and joined strings and {@code equals}, {@code hashCode} and
 * {@code toString} of records become plain code.
 *
 * <p>A JVM makes a class for each lambda when it is first reached, and links the methods of each record and each joined string. In a compilation of a few seconds
 * hundreds of them are reached once, and the JVM then compiles the machinery that made them. A class out of the jar costs a fraction.
 *
 * <p>Run by the build on the finished jar: {@code java LambdasAsClasses JAR PREFIX...}; classes whose names do not start with one of the
 * prefixes stay as they are. The same input gives the same bytes.
 */
public final class LambdasAsClasses {

    private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory";
    private static final String RECORD = "java/lang/runtime/ObjectMethods";
    private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";
    private static final String BUILDER = "java/lang/StringBuilder";

    /** Classes by the name of their entry, in the order of the jar. */
    private final Map<String, ClassNode> classes = new LinkedHashMap<>();
    private final List<ClassNode> made = new ArrayList<>();

    /** @param arguments the jar, and beginnings of names of the classes that are rewritten, with slashes */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        List<String> prefixes = List.of(arguments).subList(1, arguments.length);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Map<String, Long> times = new TreeMap<>();
        Manifest manifest = read(jar, entries, times);
        LambdasAsClasses task = new LambdasAsClasses();
        entries.forEach((name, bytes) -> {
            if (name.endsWith(".class") && prefixes.stream().anyMatch(name::startsWith)) {
                ClassNode node = new ClassNode();
                new ClassReader(bytes).accept(node, 0);
                task.classes.put(name, node);
            }
        });
        task.rewrite();
        task.classes.forEach((name, node) -> entries.put(name, bytes(node)));
        long time = times.values().stream().mapToLong(Long::longValue).max().orElse(0);
        for (ClassNode node : task.made) {
            entries.put(node.name + ".class", bytes(node));
        }
        write(jar, manifest, entries, times, time);
        System.out.println(task.made.size() + " lambdas are classes in " + jar);
        if (task.made.isEmpty()) {
            throw new IOException("nothing to rewrite in " + jar + ": was it rewritten before?");
        }
    }

    private void rewrite() {
        Map<String, ClassNode> byName = new LinkedHashMap<>();
        classes.values().forEach(node -> byName.put(node.name, node));
        for (ClassNode node : classes.values()) {
            int[] number = {0};
            for (MethodNode method : List.copyOf(node.methods)) {
                for (AbstractInsnNode each : method.instructions.toArray()) {
                    if (each instanceof InvokeDynamicInsnNode call) {
                        replace(call, method, node, byName, number);
                    }
                }
            }
        }
    }

    private void replace(InvokeDynamicInsnNode call, MethodNode method, ClassNode owner, Map<String, ClassNode> byName, int[] number) {
        if (call.bsm.getOwner().equals(LAMBDA) && call.bsm.getName().equals("metafactory")) {
            ClassNode host = owner.nestHostClass == null ? owner : byName.get(owner.nestHostClass);
            ClassNode lambda = lambda(call, owner.name + "$$" + number[0]++, host.name);
            if (host.nestMembers == null) {
                host.nestMembers = new ArrayList<>();
            }
            host.nestMembers.add(lambda.name);
            made.add(lambda);
            method.instructions.set(call, Type.getArgumentTypes(call.desc).length == 0
                    ? new FieldInsnNode(Opcodes.GETSTATIC, lambda.name, "ONE", call.desc.substring(2))
                    : new MethodInsnNode(Opcodes.INVOKESTATIC, lambda.name, "of", call.desc));
        } else if (call.bsm.getOwner().equals(RECORD)) {
            Handle[] fields = Arrays.copyOfRange(call.bsmArgs, 2, call.bsmArgs.length, Handle[].class);
            MethodNode plain = new MethodNode(method.access, method.name, method.desc, null, null);
            switch (method.name) {
                case "equals" -> equality(plain, owner.name, fields);
                case "hashCode" -> hash(plain, fields);
                case "toString" -> text(plain, owner, fields);
                default -> throw new IllegalArgumentException(owner.name + "." + method.name);
            }
            owner.methods.set(owner.methods.indexOf(method), plain);
        } else if (call.bsm.getOwner().equals(CONCATENATION) && call.bsm.getName().equals("makeConcatWithConstants")) {
            MethodNode joined = concatenation(call, "concat$" + number[0]++);
            owner.methods.add(joined);
            boolean isInterface = (owner.access & Opcodes.ACC_INTERFACE) != 0;
            method.instructions.set(call, new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, joined.name, joined.desc, isInterface));
        }
    }

    /** A method that joins its arguments as the recipe of {@link java.lang.invoke.StringConcatFactory} says. */
    private static MethodNode concatenation(InvokeDynamicInsnNode call, String name) {
        MethodNode code = new MethodNode(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name, call.desc, null, null);
        builder(code);
        String recipe = (String) call.bsmArgs[0];
        Type[] arguments = Type.getArgumentTypes(call.desc);
        int argument = 0;
        int slot = 0;
        int constant = 1;
        StringBuilder text = new StringBuilder();
        for (char c : recipe.toCharArray()) {
            if (c == '\2') {
                text.append(call.bsmArgs[constant++]);
            } else if (c == '\1') {
                append(code, text.toString());
                text.setLength(0);
                Type type = arguments[argument++];
                code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
                slot += type.getSize();
                appendValue(code, type);
            } else {
                text.append(c);
            }
        }
        append(code, text.toString());
        built(code);
        return code;
    }

    private static ClassNode lambda(InvokeDynamicInsnNode call, String name, String host) {
        Type[] captured = Type.getArgumentTypes(call.desc);
        String face = Type.getReturnType(call.desc).getInternalName();
        ClassNode node = new ClassNode();
        node.version = Opcodes.V17;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        node.name = name;
        node.superName = "java/lang/Object";
        node.interfaces.add(face);
        node.nestHostClass = host;
        constructor(node, captured);
        if (captured.length == 0) {
            node.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "ONE", "L" + face + ";", null, null).visitEnd();
            MethodVisitor start = node.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
            create(start, name, captured);
            start.visitFieldInsn(Opcodes.PUTSTATIC, name, "ONE", "L" + face + ";");
            end(start, Opcodes.RETURN);
        } else {
            MethodVisitor of = node.visitMethod(Opcodes.ACC_STATIC, "of", call.desc, null, null);
            create(of, name, captured);
            end(of, Opcodes.ARETURN);
        }
        body(node, call, captured);
        return node;
    }

    private static void constructor(ClassNode node, Type[] captured) {
        MethodVisitor made = node.visitMethod(0, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured), null, null);
        made.visitVarInsn(Opcodes.ALOAD, 0);
        made.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int slot = 1;
        for (int i = 0; i < captured.length; i++) {
            node.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "c" + i, captured[i].getDescriptor(), null, null).visitEnd();
            made.visitVarInsn(Opcodes.ALOAD, 0);
            made.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), slot);
            made.visitFieldInsn(Opcodes.PUTFIELD, node.name, "c" + i, captured[i].getDescriptor());
            slot += captured[i].getSize();
        }
        end(made, Opcodes.RETURN);
    }

    private static void create(MethodVisitor code, String name, Type[] captured) {
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int slot = 0;
        for (Type each : captured) {
            code.visitVarInsn(each.getOpcode(Opcodes.ILOAD), slot);
            slot += each.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, captured), false);
    }

    /** The method of the interface: hands what was captured and its arguments to the implementation. */
    private static void body(ClassNode node, InvokeDynamicInsnNode call, Type[] captured) {
        Type erased = (Type) call.bsmArgs[0];
        Handle target = (Handle) call.bsmArgs[1];
        Type instantiated = (Type) call.bsmArgs[2];
        MethodVisitor code = node.visitMethod(Opcodes.ACC_PUBLIC, call.name, erased.getDescriptor(), null, null);
        boolean creates = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
        if (creates) {
            code.visitTypeInsn(Opcodes.NEW, target.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        List<Type> wanted = new ArrayList<>();
        if (!creates && target.getTag() != Opcodes.H_INVOKESTATIC) {
            wanted.add(Type.getObjectType(target.getOwner()));
        }
        wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        int next = 0;
        for (Type each : captured) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, node.name, "c" + next, each.getDescriptor());
            adapt(code, each, wanted.get(next++));
        }
        int slot = 1;
        Type[] given = erased.getArgumentTypes();
        for (int i = 0; i < given.length; i++) {
            code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), slot);
            slot += given[i].getSize();
            adapt(code, given[i], instantiated.getArgumentTypes()[i]);
            adapt(code, instantiated.getArgumentTypes()[i], wanted.get(next++));
        }
        code.visitMethodInsn(opcode(target), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
        Type result = creates ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
        adapt(code, result, instantiated.getReturnType());
        adapt(code, instantiated.getReturnType(), erased.getReturnType());
        end(code, erased.getReturnType().getOpcode(Opcodes.IRETURN));
    }

    private static int opcode(Handle target) {
        return switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            // A private method: a member of the nest calls it like any other.
            case Opcodes.H_INVOKESPECIAL, Opcodes.H_INVOKEVIRTUAL -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            default -> throw new IllegalArgumentException("a lambda over " + target);
        };
    }

    /** Makes a value of one type out of one of another, as the interface {@link java.lang.invoke.LambdaMetafactory} describes it. */
    private static void adapt(MethodVisitor code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (to == Type.VOID_TYPE) {
            code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        } else if (isReference(from) && isReference(to)) {
            if (!to.getInternalName().equals("java/lang/Object")) {
                code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
            }
        } else if (isReference(to)) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper(from), "valueOf", "(" + from + ")L" + wrapper(from) + ";", false);
        } else if (isReference(from)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, wrapper(to));
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, wrapper(to), to.getClassName() + "Value", "()" + to, false);
        } else if (from == Type.INT_TYPE && to == Type.LONG_TYPE) {
            code.visitInsn(Opcodes.I2L);
        } else {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    private static void hash(MethodNode code, Handle[] fields) {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle each : fields) {
            Type type = Type.getType(each.getDesc());
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, each.getOwner(), each.getName(), each.getDesc());
            boolean reference = isReference(type);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, reference ? "java/util/Objects" : wrapper(type), "hashCode",
                    "(" + (reference ? "Ljava/lang/Object;" : type) + ")I", false);
            code.visitInsn(Opcodes.IADD);
        }
        end(code, Opcodes.IRETURN);
    }

    private static void text(MethodNode code, ClassNode owner, Handle[] fields) {
        builder(code);
        String between = simpleName(owner) + "[";
        for (Handle each : fields) {
            append(code, between + each.getName() + "=");
            between = ", ";
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, each.getOwner(), each.getName(), each.getDesc());
            appendValue(code, Type.getType(each.getDesc()));
        }
        append(code, fields.length == 0 ? between + "]" : "]");
        built(code);
    }

    private static void builder(MethodNode code) {
        code.visitTypeInsn(Opcodes.NEW, BUILDER);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false);
    }

    private static void built(MethodNode code) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
        end(code, Opcodes.ARETURN);
    }

    private static void append(MethodNode code, String text) {
        if (!text.isEmpty()) {
            code.visitLdcInsn(text);
            appendValue(code, Type.getObjectType("java/lang/String"));
        }
    }

    private static void appendValue(MethodNode code, Type type) {
        String shown = switch (type.getSort()) {
            case Type.BYTE, Type.SHORT -> "I";
            case Type.ARRAY, Type.OBJECT -> type.getInternalName().equals("java/lang/String") ? type.getDescriptor() : "Ljava/lang/Object;";
            default -> type.getDescriptor();
        };
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "append", "(" + shown + ")L" + BUILDER + ";", false);
    }

    private static String simpleName(ClassNode node) {
        return node.innerClasses.stream().filter(inner -> inner.name.equals(node.name) && inner.innerName != null)
                .map(inner -> inner.innerName).findFirst().orElse(node.name.substring(node.name.lastIndexOf('/') + 1));
    }

    private static void equality(MethodNode code, String owner, Handle[] fields) {
        Label same = new Label();
        Label other = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitJumpInsn(Opcodes.IF_ACMPEQ, same);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
        code.visitJumpInsn(Opcodes.IFEQ, other);
        for (Handle each : fields) {
            Type type = Type.getType(each.getDesc());
            for (int side = 0; side < 2; side++) {
                code.visitVarInsn(Opcodes.ALOAD, side);
                code.visitTypeInsn(Opcodes.CHECKCAST, owner);
                code.visitFieldInsn(Opcodes.GETFIELD, each.getOwner(), each.getName(), each.getDesc());
            }
            if (isReference(type)) {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z", false);
                code.visitJumpInsn(Opcodes.IFEQ, other);
            } else {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper(type), "compare", "(" + type + type + ")I", false);
                code.visitJumpInsn(Opcodes.IFNE, other);
            }
        }
        code.visitLabel(same);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(other);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        end(code, Opcodes.IRETURN);
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static boolean isReference(Type type) {
        return type.getSort() >= Type.ARRAY;
    }

    private static String wrapper(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.FLOAT -> "java/lang/Float";
            case Type.LONG -> "java/lang/Long";
            case Type.DOUBLE -> "java/lang/Double";
            default -> throw new IllegalArgumentException(primitive.toString());
        };
    }

    /** Frames stay as they are: nothing that is put in place of something changes the types at a jump. */
    private static byte[] bytes(ClassNode node) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static Manifest read(Path jar, Map<String, byte[]> entries, Map<String, Long> times) throws IOException {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
                times.put(entry.getName(), entry.getTime());
            }
            return in.getManifest();
        }
    }

    private static void write(Path jar, Manifest manifest, Map<String, byte[]> entries, Map<String, Long> times, long time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            JarEntry first = new JarEntry("META-INF/MANIFEST.MF");
            first.setTime(time);
            out.putNextEntry(first);
            manifest.write(out);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                JarEntry entry = new JarEntry(each.getKey());
                entry.setTime(times.getOrDefault(each.getKey(), time));
                out.putNextEntry(entry);
                out.write(each.getValue());
            }
        }
        Files.write(jar, bytes.toByteArray());
    }
}
