using Mlops.Cli.Inputs;
using Mlops.Cli.Outputs;
using Mlops.Data;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Exploration;
using Mlops.Data.Quality.Representativeness;

namespace Mlops.Cli.Quality;

/// <summary><c>mlops quality --explore</c>: reads the data, looks for what is commonly wrong, writes what was asked for.</summary>
internal static class ExploreRun
{
    public static int Execute(
        QualityRequest request,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var settings = Settings.Resolve(request.Input);
        ReportOutputs.Check(request.Output);
        ThrowIfConstrained(request);
        var populations = Populations(request.Population);
        var reader = new InputReader(settings, error, cancellationToken);
        Dataset? reference = request.Reference is { } path ? reader.Read(path, null) : null;
        var data = reference is null
            ? reader.Read(request.Data, null)
            : reader.ReadLike(request.Data, reference.Schema);
        var report = DataQuality.Explore(
            data,
            new ExplorationOptions { Reference = reference, Populations = populations },
            cancellationToken: cancellationToken
        );
        if (!ReportOutputs.Write(request.Output, report, report.ToEnvelope, request.Data, output))
        {
            ExploreConsole.Write(report, request, output);
        }

        return request.Output.CodeOf(report.Verdict);
    }

    private static void ThrowIfConstrained(QualityRequest request)
    {
        (string Option, bool IsGiven)[] options =
        [
            ("--constraints", request.Constraints is not null),
            ("--sagemaker", request.SageMaker is not null),
            ("--where", request.Where.Count > 0),
            ("--save-constraints", request.SaveConstraints is not null),
            ("--shares", request.Shares is not null),
        ];
        foreach (var (option, _) in options.Where(option => option.IsGiven))
        {
            throw new CliException(
                $"--explore takes no constraints; leave out {option}, or check in a run of its own."
            );
        }
    }

    private static IReadOnlyList<PopulationShares> Populations(string? path)
    {
        if (path is null)
        {
            return [];
        }

        if (!File.Exists(path))
        {
            throw new CliException($"There is no file '{path}' in {Directory.GetCurrentDirectory()}.");
        }

        try
        {
            return PopulationShares.Load(path);
        }
        catch (FormatException fault)
        {
            throw new CliException($"--population {path}: {fault.Message}");
        }
    }
}
