using System.CommandLine;

namespace Mlops.Cli.Registry.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonOptions
{
    public static Argument<string> Version() => new("VERSION") { Description = VersionReference.Help };

    public static Argument<string> Model() => new("MODEL") { Description = "A model's name." };

    public static Option<string> Reason(string description) =>
        new("--reason")
        {
            Description = description,
            HelpName = "TEXT",
            Required = true,
        };

    public static Option<string?> Text(string name, string description, string helpName = "TEXT") =>
        new(name) { Description = description, HelpName = helpName };

    public static Option<string> RequiredText(string name, string description, string helpName) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            Required = true,
        };

    public static Option<string[]> Texts(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    public static Option<int> Limit() =>
        new("--limit")
        {
            Description = "How many at most, from 1 to 1000.",
            HelpName = "N",
            DefaultValueFactory = _ => 50,
        };
}
