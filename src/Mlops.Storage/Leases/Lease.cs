namespace Mlops.Storage.Leases;

/// <summary>The right of one holder to do something alone for a while.</summary>
/// <param name="Name">What is leased.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Token">The fencing token: grows with every acquisition of the name, so that whoever is written to can refuse an older holder.</param>
/// <param name="ExpiresAt">When it ends unless it is renewed.</param>
public sealed record Lease(string Name, string Holder, long Token, DateTimeOffset ExpiresAt);
