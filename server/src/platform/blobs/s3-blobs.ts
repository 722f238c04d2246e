// Object storage that speaks S3. Who may use it is found as the SDK finds it everywhere: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,
// a profile, the machine's role.
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { checkHash, type Blobs, type ByteRange, type Sha256 } from './blobs.ts'

export interface S3Place {
  /** http(s). */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
}

/** Errors: BlobsError, in a sentence, where the bucket cannot be used. */
export async function openS3Blobs({ endpoint, bucket, region }: S3Place): Promise<Blobs> {
  const client = new S3Client({
    endpoint,
    region,
    // The storage of an office seldom has a name of its own for every bucket.
    forcePathStyle: true,
    // Newer checksums are Amazon's alone, so far.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }))
  } catch (error) {
    client.destroy()
    throw new BlobsError(`The bucket "${bucket}" at ${endpoint} cannot be used: ${reasonOf(error)}.`, { cause: error })
  }
  const placeOf = (sha256: Sha256): { Bucket: string; Key: string } => ({ Bucket: bucket, Key: checkHash(sha256) })
  const has = async (sha256: Sha256): Promise<boolean> => {
    try {
      await client.send(new HeadObjectCommand(placeOf(sha256)))
      return true
    } catch (error) {
      if (isNotThere(error)) return false
      throw error
    }
  }
  return {
    has,
    async put(sha256, file) {
      if (await has(sha256)) return
      const { size } = await stat(file)
      // An object is there whole or not at all: what is cut off on the way leaves nothing.
      await client.send(new PutObjectCommand({ ...placeOf(sha256), Body: createReadStream(file), ContentLength: size }))
    },
    read: (sha256, range) => Readable.from(contentOf(client, { ...placeOf(sha256), ...inBytes(range) }), { objectMode: false }),
    async remove(sha256) {
      await client.send(new DeleteObjectCommand(placeOf(sha256)))
    },
  }
}

export class BlobsError extends Error {}

const inBytes = (range?: ByteRange): { Range?: string } => (range ? { Range: `bytes=${range.start}-${range.end}` } : {})

async function* contentOf(client: S3Client, asked: { Bucket: string; Key: string; Range?: string }): AsyncGenerator<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand(asked))
  yield* Body as Readable
}

const isNotThere = (error: unknown): boolean => error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')

function reasonOf(error: unknown): string {
  const { name, code, $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } }
  if ($metadata?.httpStatusCode === 404) return 'there is none of that name'
  if ($metadata?.httpStatusCode === 403) return 'the credentials are refused'
  return code ?? name ?? 'no answer'
}
