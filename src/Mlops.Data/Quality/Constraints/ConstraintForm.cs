using System.Text.Json;

namespace Mlops.Data.Quality.Constraints;

/// <summary>How constraints of one kind are read.</summary>
/// <param name="Kind">The word for the kind.</param>
/// <param name="Properties">The properties beside those that every constraint has.</param>
/// <param name="Read">Makes the constraint of its JSON object.</param>
internal sealed record ConstraintForm(string Kind, string[] Properties, Func<JsonElement, DataConstraint> Read);
