using Mlops.Cli.Outputs;
using Mlops.Drift;
using Mlops.Drift.Presets;

namespace Mlops.Cli.Drift;

/// <summary>Writes the drift report in every form that was asked for, and the baseline.</summary>
internal static class DriftOutputs
{
    public static void Write(DriftRequest request, DriftBaseline baseline, DriftReport report, TextWriter output)
    {
        if (request.SaveBaseline is { } baselinePath)
        {
            baseline.Save(baselinePath, request.KeepValues ? BaselineDetail.Values : BaselineDetail.Binned);
        }

        Write(request, report, output);
    }

    public static void Write(DriftRequest request, DriftReport report, TextWriter output)
    {
        if (!ReportOutputs.Write(request.Output, report, report.ToEnvelope, request.Current, output))
        {
            ConsoleReport.Write(report, request, output);
        }
    }

    public static void Write(DriftRequest request, PresetReport report, TextWriter output)
    {
        if (!ReportOutputs.Write(request.Output, report, report.ToEnvelope, request.Current, output))
        {
            PresetConsole.Write(report, output);
        }
    }
}
