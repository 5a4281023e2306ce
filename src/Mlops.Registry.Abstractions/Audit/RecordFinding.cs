using Mlops.Registry.Stores;

namespace Mlops.Registry.Audit;

/// <summary>A record that is not what the log says.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Entry">The index of the last entry that changed it; <see langword="null"/> when none did.</param>
/// <param name="Message">What was found, and what the log says.</param>
public sealed record RecordFinding(RecordKey Key, long? Entry, string Message);
