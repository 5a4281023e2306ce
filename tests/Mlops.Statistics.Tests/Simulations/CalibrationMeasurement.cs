using System.Globalization;

namespace Mlops.Statistics.Tests.Simulations;

/// <summary>The measured error rates: a short form in every test run, the long one where it is asked for.</summary>
/// <remarks>
/// MLOPS_CALIBRATION_REPLICATES sets how many pairs of samples are drawn in each setting and takes in the largest settings;
/// MLOPS_CALIBRATION_TABLE names the file that the table is then written to.
/// </remarks>
public sealed class CalibrationMeasurement
{
    private const int ShortReplicates = 400;
    private const int ShortRows = 4000;
    private const ulong Seed = 20260418;

    private readonly int _replicates;
    private readonly bool _isLong;

    /// <summary>Measures every setting.</summary>
    public CalibrationMeasurement()
    {
        var asked = Environment.GetEnvironmentVariable("MLOPS_CALIBRATION_REPLICATES");
        _isLong = !string.IsNullOrEmpty(asked);
        _replicates = _isLong ? int.Parse(asked!, CultureInfo.InvariantCulture) : ShortReplicates;
        Dense = Measure(VerdictCalibration.Dense);
        Thin = Measure(VerdictCalibration.Thin);
        TwoBins = Measure(VerdictCalibration.TwoBins);
        if (Environment.GetEnvironmentVariable("MLOPS_CALIBRATION_TABLE") is { Length: > 0 } path)
        {
            File.WriteAllText(path, CalibrationTable.Write(this, _replicates));
        }
    }

    internal IReadOnlyList<CalibrationRates> Dense { get; }

    internal IReadOnlyList<CalibrationRates> Thin { get; }

    internal IReadOnlyList<CalibrationRates> TwoBins { get; }

    private CalibrationRates[] Measure(IEnumerable<CalibrationSetting> settings) =>
        [
            .. settings
                .Where(setting => _isLong || setting.ReferenceRows + setting.CurrentRows <= ShortRows)
                .Select((setting, i) => (setting, seed: Seed + (ulong)i))
                .AsParallel()
                .AsOrdered()
                .Select(item => CalibrationRates.Measure(item.setting, _replicates, item.seed)),
        ];
}
