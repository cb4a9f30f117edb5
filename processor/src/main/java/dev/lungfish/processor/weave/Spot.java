package dev.lungfish.processor.weave;

/**
 * Where a check belongs, in terms that a class file has, too: the n-th such instruction of a body, and the n-th of its line. The second is for
 * bodies in which the compiler has repeated some of them: it copies the block of a {@code finally} to each way out.
 *
 * @param type binary name of the class
 * @param body in which of its methods
 * @param instruction what takes the value
 * @param operand which operand of it the value is: {@link #RECEIVER}, the number of an argument, or {@link #NOTHING}
 * @param line its line
 * @param inBody its place among its like
 * @param onLine its place among those of its line
 * @param rivals how many of its like stand in other lambdas of the class
 * @param rivalsOnLine how many of those on the same line
 */
record Spot(String type, Body body, Instruction instruction, int operand, int line, Place inBody, Place onLine, int rivals, int rivalsOnLine) {
    static final int RECEIVER = -1;
    /** The check looks at no operand. */
    static final int NOTHING = -2;

    /** One of several. */
    record Place(int index, int count) {
    }

    /**
     * A method of a class file.
     *
     * @param name its name; that of a lambda is its prefix
     * @param descriptor its descriptor, or {@link Instruction#ANY} where the compiler adds parameters
     */
    record Body(String name, String descriptor) {
        static final Body LAMBDA = new Body("lambda$", Instruction.ANY);
        static final Body INSTANCE_INITIALIZER = new Body(Instruction.CONSTRUCTOR, Instruction.ANY);
        static final Body STATIC_INITIALIZER = new Body("<clinit>", "()V");

        boolean isLambda() {
            return this == LAMBDA;
        }

        boolean matches(String methodName, String methodDescriptor) {
            return (isLambda() ? methodName.startsWith(name) : methodName.equals(name))
                    && (descriptor.equals(Instruction.ANY) || descriptor.equals(methodDescriptor));
        }
    }
}
