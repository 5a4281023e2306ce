using System.Collections.Immutable;
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Drift;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Equivalence;

namespace Mlops.Cli.Drift;

/// <summary>Reads both sides, compares them, writes what was asked for.</summary>
internal static class DriftRun
{
    public static int Execute(
        DriftRequest request,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var settings = DriftSettings.Resolve(request);
        if (IsBaseline(request.Current))
        {
            throw new CliException(
                $"'{request.Current}' looks like a saved baseline, which goes first: mlops drift BASELINE CURRENT."
            );
        }

        DriftOutputs.Check(request);
        var context = new ComputeContext { CancellationToken = cancellationToken };
        var baseline = Baseline(request, settings, error, context);
        var current = Read(request.Current, settings, baseline.Schema, error, cancellationToken);
        var report = baseline.Compare(current, context);
        DriftOutputs.Write(request, baseline, report, output);
        return Code(report.Verdict, request.FailOn);
    }

    private static DriftBaseline Baseline(
        DriftRequest request,
        DriftSettings settings,
        TextWriter error,
        ComputeContext context
    )
    {
        if (IsBaseline(request.Reference))
        {
            return
                settings.Roles.Count + settings.Protected.Count + settings.ColumnBounds.Count == 0
                && settings.Bound is null
                ? DriftBaseline.Load(request.Reference)
                : throw new CliException(
                    $"{request.Reference} is a saved baseline: its roles and bounds are frozen in it. Leave out roles and bounds, or give the reference's CSV file."
                );
        }

        var reference = Read(request.Reference, settings, null, error, context.CancellationToken);
        foreach (var (column, role) in settings.Roles)
        {
            reference = reference.WithRole(column, role);
        }

        foreach (var column in settings.Protected)
        {
            reference = reference.WithProtected(column);
        }

        return DriftBaseline.Fit(reference, Options(settings), context);
    }

    private static DriftOptions Options(DriftSettings settings) =>
        DriftOptions.Default with
        {
            Bound = settings.Bound is { } bound ? EffectBound.JensenShannon(bound) : DriftOptions.Default.Bound,
            ColumnBounds = settings.ColumnBounds.ToImmutableSortedDictionary(
                pair => pair.Key,
                pair => EffectBound.JensenShannon(pair.Value),
                StringComparer.Ordinal
            ),
        };

    private static bool IsBaseline(string path) =>
        string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);

    private static Dataset Read(
        string path,
        DriftSettings settings,
        DatasetSchema? schema,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(path))
        {
            throw new CliException($"There is no file '{path}' in {Directory.GetCurrentDirectory()}.");
        }

        var options = new CsvOptions
        {
            Delimiter = settings.Delimiter,
            Culture = settings.Culture,
            Schema = schema,
        };
        using var progress = new ReadingProgress(path, error);
        return Dataset.ReadCsv(
            path,
            settings.Missing is { } missing ? options with { MissingTokens = missing } : options,
            progress,
            cancellationToken
        );
    }

    private static int Code(Verdict verdict, IReadOnlyList<string> failOn) =>
        verdict switch
        {
            Verdict.Fail when failOn.Contains("fail") => ExitCode.VerdictFail,
            Verdict.Inconclusive when failOn.Contains("inconclusive") => ExitCode.VerdictInconclusive,
            _ => ExitCode.Success,
        };
}
