using System.CommandLine;
using Mlops.Cli.Inputs;

namespace Mlops.Cli.Profile;

/// <summary><c>mlops profile</c>: its arguments and options.</summary>
internal static class ProfileCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The data: a CSV file or one of JSON lines, of any size.",
        };
        var target = new Option<string>("--output", "-o")
        {
            Description = "Where the profile goes.",
            HelpName = "PROFILE",
            Required = true,
        };
        var like = new Option<string?>("--like")
        {
            Description =
                "A baseline, whose bins are then counted exactly, or a profile, so that parts merge whatever each of them holds.",
            HelpName = "FILE",
        };
        var inputs = new InputOptions();
        var command = new Command(
            "profile",
            "Sums FILE up in a small file that merges with others and compares as the data would, in one pass and little memory."
        )
        {
            file,
            target,
            like,
        };
        inputs.AddTo(command);
        command.SetAction(
            (parse, cancellationToken) =>
                Task.FromResult(
                    new ProfileRun(output, error, cancellationToken).Execute(
                        parse.GetRequiredValue(file),
                        parse.GetRequiredValue(target),
                        parse.GetValue(like),
                        inputs.Parse(parse)
                    )
                )
        );
        return command;
    }
}
