namespace Mlops.Statistics.Sketches;

/// <summary>How far a sketch's answer may be from the exact one: at most <see cref="Bound"/>, with a probability of at least <see cref="Confidence"/>.</summary>
/// <param name="Bound">The largest error, in the unit that the member which gives it states; 0 where the answer is exact.</param>
/// <param name="Confidence">The probability that the error is within the bound, in (0,1]; over the sketch's own coins, not over the data.</param>
/// <remarks>Value equality. The default value, a bound of 0 at a confidence of 0, says nothing.</remarks>
public readonly record struct SketchError(double Bound, double Confidence);
