using System.Globalization;
using Mlops.Cli.Inputs;
using Mlops.Drift.Presets;
using Mlops.Statistics.Compute;

namespace Mlops.Cli.Drift;

/// <summary><c>mlops drift --as</c>: compares as another library does.</summary>
internal static class PresetRun
{
    public static int Execute(
        DriftRequest request,
        Settings settings,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var preset = Preset(request, settings);
        foreach (var path in new[] { request.Reference, request.Current })
        {
            if (InputFile.KindOf(path) is InputKind.Baseline or InputKind.Profile)
            {
                throw new CliException(
                    $"'{path}' holds no rows; --as {preset.Name} compares values, so give the data."
                );
            }
        }

        var reader = new InputReader(settings, error, cancellationToken);
        var reference = reader.Read(request.Reference, null);
        var current = reader.Read(request.Current, reference.Schema);
        var report = preset.Compare(reference, current, new ComputeContext { CancellationToken = cancellationToken });
        DriftOutputs.Write(request, report, output);
        return request.Output.CodeOf(report.Verdict);
    }

    private static DriftPreset Preset(DriftRequest request, Settings settings)
    {
        if (
            request.Bound is not null
            || request.SaveBaseline is not null
            || request.KeepValues
            || request.Dependence is not null
            || request.Season is not null
            || settings.Dependence is not null
            || settings.Bound is not null
            || settings.ColumnBounds.Count + settings.Rules.Count > 0
        )
        {
            throw new CliException(
                "--as compares by the other library's rules: bounds, dependence, seasons, rules of mlops.json and baselines are not for it. Its methods go into --numeric-rule and --categorical-rule."
            );
        }

        try
        {
            var preset = DriftPreset.Named(request.As!);
            if (request.NumericRule is { } numeric)
            {
                var (method, threshold) = Rule(numeric, "--numeric-rule");
                preset = preset with { NumberMethod = method, NumberThreshold = threshold };
            }

            if (request.CategoricalRule is { } categorical)
            {
                var (method, threshold) = Rule(categorical, "--categorical-rule");
                preset = preset with { CategoryMethod = method, CategoryThreshold = threshold };
            }

            return preset;
        }
        catch (ArgumentException error)
        {
            throw new CliException(error.Message.Split(" (Parameter")[0]);
        }
    }

    private static (string Method, double? Threshold) Rule(string text, string option)
    {
        var parts = text.Split('=', 2);
        if (parts.Length == 1)
        {
            return (parts[0], null);
        }

        return double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold)
            ? (parts[0], threshold)
            : throw new CliException($"{option} is '{text}'; after the equals sign stands a number, as in psi=0.2.");
    }
}
