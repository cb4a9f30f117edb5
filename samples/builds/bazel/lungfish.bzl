"""A Java library that Lungfish checks while javac compiles it. Class files and findings are declared outputs: they are cached and fetched together."""

def _checked_java_library_impl(ctx):
    out = ctx.actions.declare_directory(ctx.label.name + ".classes")
    deps = [dep[DefaultInfo].files for dep in ctx.attr.deps]
    classpath = depset(transitive = deps)
    arguments = ctx.actions.args()
    arguments.add("-processorpath", ctx.file._lungfish)
    arguments.add_joined("-classpath", classpath, join_with = ctx.configuration.host_path_separator, expand_directories = False, omit_if_empty = False)
    arguments.add("--release", "17")
    arguments.add("-encoding", "UTF-8")
    arguments.add("-Alungfish.level=" + ctx.attr.level)
    arguments.add("-d", out.path)
    arguments.add_all(ctx.files.srcs)
    ctx.actions.run_shell(
        outputs = [out],
        inputs = depset(ctx.files.srcs + [ctx.file._lungfish], transitive = [classpath]),
        command = "javac \"$@\"",
        arguments = [arguments],
        use_default_shell_env = True,
        mnemonic = "CheckedJavac",
        progress_message = "Compiling and checking %{label}",
    )
    return [DefaultInfo(files = depset([out]))]

checked_java_library = rule(
    implementation = _checked_java_library_impl,
    attrs = {
        "srcs": attr.label_list(allow_files = [".java"]),
        "deps": attr.label_list(),
        "level": attr.string(default = "error", values = ["error", "warning", "note"]),
        "_lungfish": attr.label(default = "//third_party:lungfish.jar", allow_single_file = True),
    },
)
