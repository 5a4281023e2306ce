using System.CommandLine;

namespace Mlops.Cli.Merge;

/// <summary><c>mlops merge</c>: its arguments and options.</summary>
internal static class MergeCommand
{
    public static Command Create(TextWriter output)
    {
        var profiles = new Argument<string[]>("PROFILE")
        {
            Description = "Profiles that 'mlops profile' wrote, of parts of one data set.",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = new Option<string>("--output", "-o")
        {
            Description = "Where the merged profile goes.",
            HelpName = "PROFILE",
            Required = true,
        };
        var command = new Command("merge", "Merges profiles of parts into one, as if the whole had been profiled.")
        {
            profiles,
            target,
        };
        command.SetAction(
            (parse, cancellationToken) =>
                Task.FromResult(
                    MergeRun.Execute(
                        parse.GetRequiredValue(profiles),
                        parse.GetRequiredValue(target),
                        output,
                        cancellationToken
                    )
                )
        );
        return command;
    }
}
