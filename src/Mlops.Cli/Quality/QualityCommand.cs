using System.CommandLine;
using Mlops.Cli.Inputs;
using Mlops.Cli.Outputs;

namespace Mlops.Cli.Quality;

/// <summary><c>mlops quality</c>: its arguments and options.</summary>
internal static class QualityCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var data = new Argument<string>("DATA") { Description = "The data to check: a file of CSV or JSON lines." };
        var reference = new Option<string?>("--reference")
        {
            Description = "Data that are known to be good, to infer constraints from.",
            HelpName = "FILE",
        };
        var constraints = new Option<string?>("--constraints")
        {
            Description = "Constraints that --save-constraints wrote, or a person.",
            HelpName = "FILE",
        };
        var sageMaker = new Option<string?>("--sagemaker")
        {
            Description = "A folder with the constraints.json and statistics.json of Amazon SageMaker Model Monitor.",
            HelpName = "FOLDER",
        };
        var where = new Option<string[]>("--where")
        {
            Description = "A rule that every row must keep, such as 'paid <= amount'; may be repeated.",
            HelpName = "RULE",
        };
        var explore = new Option<bool>("--explore")
        {
            Description =
                "Looks for what is commonly wrong, with nothing stated: leaks of the --label, wrong labels, duplicates, outliers; with --reference also rows that occur there.",
        };
        var population = new Option<string?>("--population")
        {
            Description =
                "Shares of the population, to see with --explore whether the data represent it: {\"sex\": {\"female\": 0.51, \"male\": 0.49}}.",
            HelpName = "FILE",
        };
        var save = new Option<string?>("--save-constraints")
        {
            Description = "Saves the constraints in a form to edit, to check with later.",
            HelpName = "FILE",
        };
        var shares = new Option<string?>("--shares")
        {
            Description =
                "Whether a share of rows is judged by its interval, or as it is observed in these rows. [default: interval]",
        };
        shares.AcceptOnlyFromAmong("interval", "observed");
        var inputs = new InputOptions();
        var outputs = new OutputOptions();
        var command = new Command(
            "quality",
            "Checks whether DATA keep constraints: types, ranges, missing values, categories, keys, rules and more. With --explore looks for what is commonly wrong instead."
        )
        {
            data,
            reference,
            constraints,
            sageMaker,
            where,
            explore,
            population,
            save,
            shares,
        };
        outputs.AddFormsTo(command);
        outputs.AddFailOnTo(command);
        inputs.AddTo(command);
        command.SetAction(
            (parse, cancellationToken) =>
            {
                var request = new QualityRequest
                {
                    Data = parse.GetRequiredValue(data),
                    Input = inputs.Parse(parse),
                    Output = outputs.Parse(parse),
                    Reference = parse.GetValue(reference),
                    Constraints = parse.GetValue(constraints),
                    SageMaker = parse.GetValue(sageMaker),
                    Where = parse.GetValue(where) ?? [],
                    Explore = parse.GetValue(explore),
                    Population = parse.GetValue(population),
                    SaveConstraints = parse.GetValue(save),
                    Shares = parse.GetValue(shares),
                };
                return Task.FromResult(
                    request.Explore
                        ? ExploreRun.Execute(request, output, error, cancellationToken)
                        : QualityRun.Execute(request, output, error, cancellationToken)
                );
            }
        );
        return command;
    }
}
