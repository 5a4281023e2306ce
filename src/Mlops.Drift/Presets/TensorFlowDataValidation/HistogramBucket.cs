namespace Mlops.Drift.Presets.TensorFlowDataValidation;

/// <summary>A bucket of a histogram, as TensorFlow Data Validation holds it.</summary>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends; where it begins, for a point mass.</param>
/// <param name="Count">Its mass, which need not be whole.</param>
public readonly record struct HistogramBucket(double Low, double High, double Count);
