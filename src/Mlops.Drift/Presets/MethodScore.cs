namespace Mlops.Drift.Presets;

/// <summary>What a library's method makes of two samples.</summary>
/// <param name="Value">The score: a p-value, a distance or an index, as the method has it; NaN unless the status is <see cref="ResultStatus.Ok"/>.</param>
/// <param name="Status">Whether there is a score.</param>
/// <param name="Reason">Why there is none, and what the library does there: it often throws, or answers NaN; empty when there is one.</param>
/// <remarks>An infinite value is a score: a divergence is infinite where only one side has a category.</remarks>
public readonly record struct MethodScore(double Value, ResultStatus Status = ResultStatus.Ok, string Reason = "")
{
    /// <summary>A score of this value; NaN becomes <see cref="ResultStatus.Undefined"/>.</summary>
    internal static MethodScore Of(double value, string whenNaN = "the library answers NaN") =>
        double.IsNaN(value) ? None(ResultStatus.Undefined, whenNaN) : new(value);

    internal static MethodScore None(ResultStatus status, string reason) => new(double.NaN, status, reason);
}
