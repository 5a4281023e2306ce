using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Stores;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Engine;

/// <summary>Signs the state of the log, and carries it outside the store.</summary>
internal static class Checkpointing
{
    public static async Task<SignedNote> SignAsync(
        RegistryEngine engine,
        Principal caller,
        CancellationToken cancellationToken
    )
    {
        var options = engine.Options;
        if (options.Signers.Count == 0 && options.Access.Allows(caller, RegistryRight.SignCheckpoint))
        {
            throw new InvalidOperationException(
                $"The registry has no key to sign with: add one to {nameof(ModelRegistryOptions)}.{nameof(options.Signers)}."
            );
        }

        var earlier = options.Access.Allows(caller, RegistryRight.SignCheckpoint)
            ? await LatestOutsideAsync(options, cancellationToken).ConfigureAwait(false)
            : null;
        var intent = new Intent("sign-checkpoint", AuditAction.CheckpointSigned, RegistryRight.SignCheckpoint);
        // Signed before the commit: a key may be far away, and no writer waits for it.
        var (head, note) = await engine
            .ReadAsync(
                caller,
                intent,
                async (reader, token) =>
                {
                    var head = await reader.GetHeadAsync(token).ConfigureAwait(false);
                    await ThrowIfNotGrownAsync(reader, head, earlier, token).ConfigureAwait(false);
                    var checkpoint = new Checkpoint(options.Origin, head.Size, head.Root);
                    return (head, await checkpoint.SignAsync([.. options.Signers], token).ConfigureAwait(false));
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        await engine
            .ChangeAsync(
                caller,
                intent,
                async (unit, token) =>
                {
                    var key = Records.Checkpoint(head.Size);
                    var existing = await unit.Reader.GetAsync(key, token).ConfigureAwait(false);
                    unit.Detail("size", FormattableString.Invariant($"{head.Size}"));
                    unit.Detail("root", head.Root.ToString());
                    unit.Put(
                        key,
                        existing?.Revision ?? 0,
                        note.ToString(),
                        Records.IndexOfCheckpoint(head.Size, unit.Now)
                    );
                    return 0;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        foreach (var sink in options.CheckpointSinks)
        {
            await sink.PublishAsync(note, cancellationToken).ConfigureAwait(false);
        }

        return note;
    }

    /// <summary>The keys that count: the configured ones, and those of the signers.</summary>
    public static IReadOnlyList<INoteVerifier> Trusted(ModelRegistryOptions options) =>
        [.. options.Verifiers, .. options.Signers.Select(signer => signer.VerifierKey.CreateVerifier())];

    private static async Task<Checkpoint?> LatestOutsideAsync(
        ModelRegistryOptions options,
        CancellationToken cancellationToken
    )
    {
        Checkpoint? latest = null;
        var trusted = Trusted(options);
        foreach (var source in options.CheckpointSources)
        {
            await foreach (var note in source.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (
                    Checkpoint.TryOpen(note, options.Origin, trusted, out var checkpoint, out _)
                    && (latest is null || checkpoint.Size > latest.Size)
                )
                {
                    latest = checkpoint;
                }
            }
        }

        return latest;
    }

    // A log must not sign two states of which the later is not the earlier grown.
    private static async ValueTask ThrowIfNotGrownAsync(
        IRegistryReader reader,
        LogHead head,
        Checkpoint? earlier,
        CancellationToken cancellationToken
    )
    {
        if (earlier is null || earlier.Size == 0)
        {
            return;
        }

        var root =
            earlier.Size <= head.Size
                ? await MerkleProofs.RootAsync(reader, earlier.Size, cancellationToken).ConfigureAwait(false)
                : default;
        if (root != earlier.Root)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"The log has {head.Size} entries and does not agree with the checkpoint of size {earlier.Size} that was published before: it was truncated, put back or rewritten. Nothing is signed; verify the log."
                )
            );
        }
    }
}
