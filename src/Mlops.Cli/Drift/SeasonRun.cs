using Mlops.Cli.Inputs;
using Mlops.Drift;
using Mlops.Drift.Seasons;
using Mlops.Statistics.Compute;

namespace Mlops.Cli.Drift;

/// <summary><c>mlops drift --season</c>: compares with the reference's rows of the same season.</summary>
internal static class SeasonRun
{
    public static int Execute(
        DriftRequest request,
        Settings settings,
        InputReader reader,
        ComputeContext context,
        TextWriter output
    )
    {
        var season = DriftChoices.ParseSeason(request.Season!);
        if (request.SaveBaseline is not null || request.KeepValues)
        {
            throw new CliException(
                "--season learns from other rows for each comparison, so there is no baseline to save."
            );
        }

        foreach (var path in new[] { request.Reference, request.Current })
        {
            if (InputFile.KindOf(path) is InputKind.Baseline or InputKind.Profile)
            {
                throw new CliException($"'{path}' holds no rows; --season chooses rows, so give the data.");
            }
        }

        var reference = reader.Read(request.Reference, null);
        var current = reader.Read(request.Current, reference.Schema);
        var seasonal = Fit(reference, season, DriftChoices.Options(request, settings));
        var match = seasonal.Match(current);
        if (match.UnmatchedRowCount > 0)
        {
            output.WriteLine(
                $"{match.UnmatchedRowCount} current rows are of no season that the reference has, and were left out."
            );
        }

        var report = Compare(seasonal, current, context);
        DriftOutputs.Write(request, report, output);
        return request.Output.CodeOf(report.Verdict);
    }

    private static SeasonalReference Fit(Mlops.Data.Dataset reference, Season season, DriftOptions options)
    {
        try
        {
            return SeasonalReference.Fit(reference, season, options);
        }
        catch (ArgumentException error)
        {
            throw new CliException(error.Message.Split(" (Parameter")[0]);
        }
    }

    private static DriftReport Compare(SeasonalReference seasonal, Mlops.Data.Dataset current, ComputeContext context)
    {
        try
        {
            return seasonal.Compare(current, context);
        }
        catch (ArgumentException error)
        {
            throw new CliException(error.Message.Split(" (Parameter")[0]);
        }
    }
}
