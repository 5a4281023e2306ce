using Mlops.Cli.Inputs;
using Mlops.Cli.Outputs;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Expressions;
using Mlops.Data.Quality.SageMaker;

namespace Mlops.Cli.Quality;

/// <summary>Finds the constraints, reads the data, checks them, writes what was asked for.</summary>
internal static class QualityRun
{
    public static int Execute(
        QualityRequest request,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        if (request.Population is not null)
        {
            throw new CliException("--population goes with --explore.");
        }

        var settings = Settings.Resolve(request.Input);
        ReportOutputs.Check(request.Output, request.SaveConstraints);

        // Rules first: a misspelt one is told before minutes of reading.
        var rules = request.Where.Select(Rule).ToList();
        var reader = new InputReader(settings, error, cancellationToken);
        var constraints = Constraints(request, reader, error);
        var data = reader.ReadLike(request.Data, constraints.ToSchema());
        foreach (var rule in rules)
        {
            // The same rule with a misspelt column would fail in every run; here its writer sits before it.
            Fit(rule, data);
        }

        constraints = constraints.With(rules);
        if (constraints.Constraints.Count == 0)
        {
            throw new CliException("There are no constraints to check.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (request.SaveConstraints is { } path)
        {
            constraints.SaveEditable(path);
        }

        var report = DataQuality.Check(
            data,
            constraints,
            new DataQualityOptions
            {
                Shares = request.Shares == "observed" ? ShareJudgement.Observed : ShareJudgement.Interval,
            }
        );
        if (!ReportOutputs.Write(request.Output, report, report.ToEnvelope, request.Data, output))
        {
            QualityConsole.Write(report, request, output);
        }

        return request.Output.CodeOf(report.Verdict);
    }

    private static DataConstraints Constraints(QualityRequest request, InputReader reader, TextWriter error)
    {
        (string Option, string? Value)[] sources =
        [
            ("--reference", request.Reference),
            ("--constraints", request.Constraints),
            ("--sagemaker", request.SageMaker),
        ];
        var given = sources.Where(source => source.Value is not null).Select(source => source.Option).ToList();
        if (given.Count > 1)
        {
            throw new CliException(
                $"{given[0]} and {given[1]} both say what must hold; give one of them. What --save-constraints wrote of one can be edited."
            );
        }

        if (given.Count == 0 && request.Where.Count == 0)
        {
            throw new CliException(
                "Nothing says what must hold: give --reference with good data, --constraints, --sagemaker, or rules by --where; or look for what is commonly wrong with --explore."
            );
        }

        if (request.Reference is { } reference)
        {
            return DataConstraints.Infer(reader.Read(reference, null));
        }

        if (request.Constraints is { } file)
        {
            return File.Exists(file)
                ? DataConstraints.Load(file)
                : throw new CliException($"There is no file '{file}' in {Directory.GetCurrentDirectory()}.");
        }

        return request.SageMaker is { } folder ? SageMaker(folder, error) : DataConstraints.None;
    }

    private static DataConstraints SageMaker(string folder, TextWriter error)
    {
        if (!Directory.Exists(folder))
        {
            throw new CliException($"There is no folder '{folder}' in {Directory.GetCurrentDirectory()}.");
        }

        var import = SageMakerConstraints.ReadFolder(folder);
        foreach (var note in import.NotCarried)
        {
            error.WriteLine($"mlops: not carried over: {note}");
        }

        return import.Constraints;
    }

    private static ExpressionConstraint Rule(string text)
    {
        try
        {
            return new ExpressionConstraint(text);
        }
        catch (RuleFormatException fault)
        {
            throw new CliException($"--where: {fault.Message}");
        }
    }

    private static void Fit(ExpressionConstraint rule, Data.Dataset data)
    {
        try
        {
            rule.Rule.Evaluate(data.Slice(0, 0));
        }
        catch (RuleFormatException fault)
        {
            throw new CliException($"--where: {fault.Message}");
        }
    }
}
