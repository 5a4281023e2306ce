using System.CommandLine;
using Mlops.Cli.Inputs;
using Mlops.Cli.Outputs;

namespace Mlops.Cli.Drift;

/// <summary><c>mlops drift</c>: its arguments and options.</summary>
internal static class DriftCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var reference = new Argument<string>("REFERENCE")
        {
            Description =
                "The reference: a file of CSV or JSON lines, a profile, or a baseline that --save-baseline wrote.",
        };
        var current = new Argument<string>("CURRENT")
        {
            Description = "The data to compare with it: a file of CSV or JSON lines, or a profile.",
        };
        var inputs = new InputOptions();
        var outputs = new OutputOptions();
        var bound = new Option<double?>("--bound")
        {
            Description = "The change that is tolerated, a Jensen-Shannon distance between 0 and 1. [default: 0.1]",
            HelpName = "DISTANCE",
        };
        var numericRule = new Option<string?>("--numeric-rule")
        {
            Description =
                "How numbers are judged: effect, kolmogorov-smirnov, chi-square, wasserstein, population-stability or period-variation. [default: effect]",
            HelpName = "RULE[=THRESHOLD]",
        };
        var categoricalRule = new Option<string?>("--categorical-rule")
        {
            Description =
                "How categories are judged: effect, chi-square, population-stability or period-variation. [default: effect]",
            HelpName = "RULE[=THRESHOLD]",
        };
        var dependence = new Option<string?>("--dependence")
        {
            Description =
                "Which rows depend on each other: auto, independent, time, entity:COLUMN or period:WINDOW (period:week). [default: auto]",
            HelpName = "BLOCKS",
        };
        var season = new Option<string?>("--season")
        {
            Description =
                "Compares with the reference's rows of the same season: hour-of-day, day-of-week, hour-of-week, month-of-year or quarter-of-year, in UTC.",
            HelpName = "SEASON",
        };
        var preset = new Option<string?>("--as")
        {
            Description =
                "Compares as another library does, number for number: evidently, nannyml, tfdv, deepchecks or frouros. --numeric-rule and --categorical-rule then take its methods.",
            HelpName = "LIBRARY",
        };
        var keepValues = new Option<bool>("--keep-values")
        {
            Description =
                "Saves the values of number columns with the baseline, for exact tests; without it, counts in bins are saved.",
        };
        var saveBaseline = new Option<string?>("--save-baseline")
        {
            Description = "Saves what was learnt from the reference, to compare with later.",
            HelpName = "FILE",
        };
        var command = new Command(
            "drift",
            "Compares CURRENT with REFERENCE column by column, and says whether the data have drifted."
        )
        {
            reference,
            current,
            bound,
            numericRule,
            categoricalRule,
            dependence,
            season,
            preset,
        };
        outputs.AddFormsTo(command);
        command.Add(saveBaseline);
        command.Add(keepValues);
        outputs.AddFailOnTo(command);
        inputs.AddTo(command);
        command.SetAction(
            (parse, cancellationToken) =>
            {
                var request = new DriftRequest
                {
                    Reference = parse.GetRequiredValue(reference),
                    Current = parse.GetRequiredValue(current),
                    Input = inputs.Parse(parse),
                    Bound = parse.GetValue(bound),
                    NumericRule = parse.GetValue(numericRule),
                    CategoricalRule = parse.GetValue(categoricalRule),
                    Output = outputs.Parse(parse),
                    Dependence = parse.GetValue(dependence),
                    Season = parse.GetValue(season),
                    As = parse.GetValue(preset),
                    SaveBaseline = parse.GetValue(saveBaseline),
                    KeepValues = parse.GetValue(keepValues),
                };
                return Task.FromResult(DriftRun.Execute(request, output, error, cancellationToken));
            }
        );
        return command;
    }
}
