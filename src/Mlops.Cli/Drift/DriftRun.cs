using Mlops.Cli.Inputs;
using Mlops.Cli.Outputs;
using Mlops.Data.Profiles;
using Mlops.Drift;
using Mlops.Statistics.Compute;

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
        var settings = Settings.Resolve(request.Input);
        ReportOutputs.Check(request.Output, request.SaveBaseline);
        if (request.As is not null)
        {
            return PresetRun.Execute(request, settings, output, error, cancellationToken);
        }

        var current = InputFile.KindOf(request.Current);
        if (current == InputKind.Baseline)
        {
            throw new CliException(
                $"'{request.Current}' looks like a saved baseline, which goes first: mlops drift BASELINE CURRENT."
            );
        }

        var context = new ComputeContext { CancellationToken = cancellationToken };
        var reader = new InputReader(settings, error, cancellationToken);
        if (request.Season is not null)
        {
            return SeasonRun.Execute(request, settings, reader, context, output);
        }

        var baseline = Baseline(request, settings, reader, context);
        if (request.KeepValues && (request.SaveBaseline is null || baseline.Detail != BaselineDetail.Values))
        {
            throw new CliException(
                request.SaveBaseline is null
                    ? "--keep-values says what --save-baseline saves; give that too."
                    : $"--keep-values needs the reference's values, and {request.Reference} does not hold them; give the reference's data."
            );
        }

        var report =
            current == InputKind.Profile
                ? baseline.Compare(DatasetProfile.Load(request.Current), Path.GetFileName(request.Current))
                : baseline.Compare(reader.Read(request.Current, baseline.Schema), context);
        DriftOutputs.Write(request, baseline, report, output);
        return request.Output.CodeOf(report.Verdict);
    }

    private static DriftBaseline Baseline(
        DriftRequest request,
        Settings settings,
        InputReader reader,
        ComputeContext context
    )
    {
        var kind = InputFile.KindOf(request.Reference);
        if (kind is InputKind.Baseline or InputKind.Profile && HasRoles(settings))
        {
            throw new CliException(
                $"{request.Reference} is a saved {kind.ToString().ToLowerInvariant()}: its roles and kinds are frozen in it. Leave them out, or give the reference's data."
            );
        }

        var options = DriftChoices.Options(request, settings);
        switch (kind)
        {
            case InputKind.Baseline when options != DriftOptions.Default:
                throw new CliException(
                    $"{request.Reference} is a saved baseline: its bounds and rules are frozen in it. Leave them out, or give the reference's data."
                );
            case InputKind.Baseline:
                return DriftBaseline.Load(request.Reference);
            case InputKind.Profile:
                return DriftBaseline.Fit(
                    DatasetProfile.Load(request.Reference),
                    options,
                    Path.GetFileName(request.Reference)
                );
            default:
                return DriftBaseline.Fit(reader.Read(request.Reference, null), options, context);
        }
    }

    private static bool HasRoles(Settings settings) =>
        settings.Roles.Count + settings.Protected.Count + settings.Kinds.Count > 0;
}
