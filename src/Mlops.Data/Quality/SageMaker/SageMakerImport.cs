namespace Mlops.Data.Quality.SageMaker;

/// <summary>Constraints of Amazon SageMaker Model Monitor, as ours.</summary>
/// <param name="Constraints">The constraints.</param>
/// <param name="NotCarried">What has no counterpart, or was left out, each in one sentence with what to do instead.</param>
public sealed record SageMakerImport(DataConstraints Constraints, IReadOnlyList<string> NotCarried);
